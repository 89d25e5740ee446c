"""What a rule finds in a composition: data; the words are made from it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cohorts.people.applicant import ApplicantId

Fact = int | float | str | tuple[str, ...] | None
Amounts = Mapping[str, int]
OF_ALL = 0
"""The number of a finding that is about no single group."""
FEW = -1
"""The number of a finding about two or three people by themselves, who are in a group or not."""
ABSENT = "absent"
"""The verdict of a rule about values that nobody in the round has: it is neither met nor broken."""


@dataclass(frozen=True)
class GroupFinding:
    """One rule in one group.

    ``amounts``: name of a term → what the group costs by it, in the term's own unit (before any
    price): what the solver must have counted too. ``verdict`` names the rule's sentence that
    applies; ``facts`` fill it. ``people``: who it is about, the most telling first (the worst
    pair, the breaches). ``quality``: 1 ideal … 0 not met at all, for the bar beside the sentence.
    ``shares``: of what belongs to no single group (a quota, a set that is torn), how much this
    group has part in. ``broken``: a must does not hold here; it follows from ``amounts`` and
    ``shares``, and the rules leave it to :mod:`cohorts.rules.measuring`.
    """

    group: int
    verdict: str
    amounts: Amounts
    facts: Mapping[str, Fact] = field(default_factory=dict)
    people: tuple[ApplicantId, ...] = ()
    quality: float = 1.0
    broken: bool = False
    shares: Amounts = field(default_factory=dict)


NO_AMOUNTS = GroupFinding(OF_ALL, "", {})
"""Of a rule that counts nothing but what its groups have; no verdict: there is nothing to say."""


@dataclass(frozen=True)
class Finding:
    """One rule in the whole composition.

    ``whole``: what belongs to no single group, as a finding of group OF_ALL; it is broken where a
    must is and no group has part in it (somebody pinned who sits nowhere). ``missing``: placed
    people about whom the rule knows nothing.
    """

    rule: str
    groups: tuple[GroupFinding, ...]
    whole: GroupFinding = NO_AMOUNTS
    missing: int = 0

    @property
    def overall(self) -> Amounts:
        """Amounts that belong to no single group."""
        return self.whole.amounts

    @property
    def broken(self) -> tuple[GroupFinding, ...]:
        """Where a must does not hold: groups, then the whole."""
        return tuple(found for found in (*self.groups, self.whole) if found.broken)

    def total(self) -> dict[str, int]:
        """Amount per term over all groups."""
        totals = dict(self.overall)
        for finding in self.groups:
            for name, amount in finding.amounts.items():
                totals[name] = totals.get(name, 0) + amount
        return totals
