"""How far people went from what was computed: the human part of a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId


@dataclass(frozen=True)
class Deviation:
    """In numbers.

    ``moved``: people whose group is another than in the proposal as it was computed (or who
    have none, or one now), of ``people``; ``reasons``: broken musts that were let go with a reason,
    a person each; ``choice``: how many proposals there were to choose from.
    """

    moved: int
    people: int
    reasons: int
    choice: int

    @property
    def any(self) -> bool:
        """Whether a person changed what was computed."""
        return bool(self.moved or self.reasons)


def deviation_of(computed: Proposal, decided: Proposal, choice: int) -> Deviation:
    """``computed``: what the ``decided`` one was made from by hand; itself where nobody did."""
    before, after = seats_of(computed), seats_of(decided)
    moved = sum(before.get(one) != after.get(one) for one in before.keys() | after.keys())
    return Deviation(moved, len(after), len(decided.overrides), choice)


def seats_of(proposal: Proposal) -> Mapping[ApplicantId, int | None]:
    """Everybody who takes part → the number of their group; None: no place."""
    composition = proposal.composition
    seated = {a.id: number for number, group in composition.groups.items() for a in group}
    return {**{a.id: None for a in composition.not_placed}, **seated}
