"""What a rule finds in a composition: data; the words are made from it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cohorts.people.applicant import ApplicantId

Fact = int | float | str | tuple[str, ...] | None
Amounts = Mapping[str, int]


@dataclass(frozen=True)
class GroupFinding:
    """One rule in one group.

    ``amounts``: name of a term → what the group costs by it, in the term's own unit (before any
    price): what the solver must have counted too. ``verdict`` names the rule's sentence that
    applies; ``facts`` fill it. ``people``: who it is about, the most telling first (the worst
    pair, the breaches). ``quality``: 1 ideal … 0 not met at all, for the bar beside the sentence.
    """

    group: int
    verdict: str
    amounts: Amounts
    facts: Mapping[str, Fact] = field(default_factory=dict)
    people: tuple[ApplicantId, ...] = ()
    quality: float = 1.0
    broken: bool = False


@dataclass(frozen=True)
class Finding:
    """One rule in the whole composition.

    ``overall``: amounts that belong to no single group. ``missing``: placed people about whom
    the rule knows nothing.
    """

    rule: str
    groups: tuple[GroupFinding, ...]
    overall: Amounts = field(default_factory=dict)
    missing: int = 0

    def total(self) -> dict[str, int]:
        """Amount per term over all groups."""
        totals = dict(self.overall)
        for finding in self.groups:
            for name, amount in finding.amounts.items():
                totals[name] = totals.get(name, 0) + amount
        return totals
