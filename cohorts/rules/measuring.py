"""From what a rule says of one group to a finding over all; and again after a few groups changed.

Here, and nowhere else, it is decided what is *broken*: where any amount that is demanded is above
zero. A must and a wish of one rule are two demands, so that neither the level of the rule nor that
of a row can say otherwise than the solver counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from cohorts.people.applicant import Applicant
from cohorts.round.composition import Composition
from cohorts.round.finding import ABSENT, Fact, Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.seated import Seated

if TYPE_CHECKING:
    from cohorts.rules.rule import Rule


@dataclass(frozen=True)
class Measured:
    """A finding, and what the rule's groups were told of each other when it was made."""

    finding: Finding
    others: Any


def pool_of(rule: Rule, round_: Round) -> Any:
    """What the rule needs of the whole round, worked out once in a round."""
    return round_.once(rule, "pool", lambda: rule.pool(round_))


def demanded(rule: Rule, round_: Round) -> frozenset[str]:
    """The names of the rule's amounts of which every unit is a breach."""
    return round_.once(
        rule, "demanded", lambda: frozenset(d.breach for d in rule.demands(round_) if d.breach)
    )


def measured(rule: Rule, composition: Composition, round_: Round) -> Measured:
    """The rule in every group; in none where it does not speak."""
    if not rule.speaks_in(round_):
        return Measured(Finding(rule.key, ()), None)
    pool = pool_of(rule, round_)
    others = rule.others(composition, pool)
    groups = [_group(rule, composition, n, pool, others, round_) for n in composition.groups]
    missing = sum(_unknown(rule, pool, members) for members in composition.groups.values())
    return Measured(_finding(rule, composition, groups, missing, round_), others)


def remeasured(  # noqa: PLR0917 - what was, what is, and in which round
    rule: Rule,
    known: Measured,
    before: Composition,
    now: Composition,
    touched: Collection[int],
    round_: Round,
) -> Measured:
    """What ``measured`` gives for ``now``, where only the groups ``touched`` are not as before."""
    if not rule.speaks_in(round_):
        return known
    pool = pool_of(rule, round_)
    others = rule.others(now, pool)
    if others != known.others:
        return measured(rule, now, round_)
    stay = {found.group: found for found in known.finding.groups if found.group not in touched}
    groups = [stay.get(n) or _group(rule, now, n, pool, others, round_) for n in now.groups]
    missing = known.finding.missing
    for number in touched:
        missing += _unknown(rule, pool, now.groups.get(number, ()))
        missing -= _unknown(rule, pool, before.groups.get(number, ()))
    return Measured(_finding(rule, now, groups, missing, round_), others)


def _group(  # noqa: PLR0917 - one group of a composition, and what is known beside it
    rule: Rule, composition: Composition, number: int, pool: Any, others: Any, round_: Round
) -> GroupFinding:
    taken = composition.choices.get(rule.key, {}).get(number, ())
    found = rule.measure_group(Seated(number, composition.groups[number], taken, others), pool)
    counted = (*found.amounts.items(), *found.shares.items())
    if (absent := _absent(rule, round_)) and not any(amount for _, amount in counted):
        return replace(found, verdict=ABSENT, facts=absent, people=(), quality=0.0)
    broken = any(name in demanded(rule, round_) and amount > 0 for name, amount in counted)
    return replace(found, broken=broken) if broken != found.broken else found


def _absent(rule: Rule, round_: Round) -> Mapping[str, Fact]:
    """The facts of the verdict ABSENT; none where somebody has a value that the rule names."""
    named = round_.once(rule, "absent", lambda: rule.absent(round_))
    return {"field": next(iter(named)), "absent": tuple(chain(*named.values()))} if named else {}


def _finding(
    rule: Rule,
    composition: Composition,
    groups: Iterable[GroupFinding],
    missing: int,
    round_: Round,
) -> Finding:
    """With what belongs to no single group: broken where no group has part in the breach."""
    whole = rule.measure_whole(composition, pool_of(rule, round_))
    found = tuple(groups)
    names = {n for n, amount in whole.amounts.items() if amount > 0} & demanded(rule, round_)
    if names - {n for group in found for n, amount in group.shares.items() if amount > 0}:
        whole = replace(whole, broken=True)
    return Finding(rule.key, found, whole, missing)


def _unknown(rule: Rule, pool: Any, members: tuple[Applicant, ...]) -> int:
    return sum(rule.is_unknown(a, pool) for a in members)
