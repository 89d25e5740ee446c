"""What the members of a circle have in common: a newcomer had better have it too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cohorts.outlook.recruit import Trait
from cohorts.outlook.recruit.bands import outward
from cohorts.outlook.recruit.newcomer import IDENTIFYING
from cohorts.people.applicant import Applicant
from cohorts.round.finding import GroupFinding
from cohorts.rules.rule import Rule

FEW = 3
"""A band of fewer people's numbers says too much of each."""
ALWAYS = ("life_phase", "municipality", "province")
"""What anybody looks for people by, also where no rule reads it."""
MAP = ("latitude", "longitude")


def likely(
    members: Sequence[Applicant],
    rules: Sequence[Rule],
    findings: Mapping[str, GroupFinding],
    needed: Sequence[str],
) -> tuple[Trait, ...]:
    """One trait for each field of a wish for likeness that at least half of the members share.

    A wish that keeps those alike apart, such as one trade, asks for no newcomer like them.
    """
    wishes = [r for r in rules if not r.is_must and not r.MENDED_BY_MORE and (r.JOINS or r.TAKES)]
    fields = dict.fromkeys((*(f for rule in wishes for f in rule.needs()), *ALWAYS))
    skipped = {*IDENTIFYING, *MAP, *needed}
    words = tuple(
        str(word) for rule in wishes if rule.key in findings for word in _words(findings[rule.key])
    )
    asked = (Trait("question", tuple(dict.fromkeys(words)), every=True),) if words else ()
    shared = (t for f in fields if f not in skipped for t in _shared(members, f))
    return (*asked, *shared)


def _words(finding: GroupFinding) -> tuple[str, ...]:
    words = finding.facts.get("words")
    return words if isinstance(words, tuple) else ()


def _shared(members: Sequence[Applicant], field: str) -> Iterator[Trait]:
    numbers = [n for a in members if (n := a.number(field)) is not None]
    if numbers:
        if len(numbers) >= FEW:
            low, high = outward(min(numbers), max(numbers), field)
            yield Trait(field, low=low, high=high)
        return
    often = Counter(v for a in members for v in a.values(field))
    most = max(often.values(), default=0)  # of five parts of the week the one at which all can
    named = tuple(sorted(v for v, c in often.items() if c == most > 1 and 2 * c >= len(members)))
    if named:
        yield Trait(field, named)
