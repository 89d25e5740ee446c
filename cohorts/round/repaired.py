"""How a composition came out of an earlier one: where people sat, and what was weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cohorts.people.applicant import ApplicantId

Seats = Mapping[ApplicantId, int | None]
"""Id → the number of somebody's group; None: none."""


@dataclass(frozen=True)
class Weighed:
    """One of the options, by how many moves it takes; of everybody in it who moves, to where.

    ``placed``: who had no group, and gets which. ``unwilling``: how many would rather not move.
    ``level``: the level of the score by which it is better than the option before it (of the first
    ""), and ``gain`` how many points, as in the score. ``better``: keys of rules, beside how it was
    before the repair; ``worse``: the same, each with the groups in which it is less good.
    """

    moved: Seats
    placed: Seats
    unwilling: int
    level: str
    gain: int
    better: tuple[str, ...]
    worse: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Repaired:
    """What a repair began with, and how it chose.

    ``before``: everybody who was known then, with or without a group. ``stay``: who may not be
    moved; ``rather_not``: who would rather not; ``moved_before``: who moved in an earlier repair,
    and so would rather not either. ``options``: what was weighed, fewest moves first; ``taken``:
    which of them this is, from 1. ``anew``: number of a group → the keys of rules by which it took
    something else than before. ``proven``: with fewer moves it cannot be done.
    """

    before: Seats
    stay: tuple[ApplicantId, ...]
    rather_not: tuple[ApplicantId, ...]
    moved_before: tuple[ApplicantId, ...]
    options: tuple[Weighed, ...]
    taken: int
    anew: Mapping[int, tuple[str, ...]]
    proven: bool

    def moved(self, seats: Mapping[ApplicantId, int], here: Mapping[ApplicantId, int]) -> Seats:
        """Who had a group and sits elsewhere now, or nowhere (None); by id.

        ``seats``: who has a group now; ``here``: everybody who is composed now (its keys).
        """
        had = {who: group for who, group in self.before.items() if group is not None}
        return {
            who: seats.get(who)
            for who, group in sorted(had.items())
            if who in here and seats.get(who) != group
        }

    def placed(self, seats: Mapping[ApplicantId, int]) -> Seats:
        """Who had no group, or was not there, and has one now; by id."""
        return {who: seats[who] for who in sorted(seats) if self.before.get(who) is None}
