"""Who sits with whom: groups by number, who is in none, and what each group chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from cohorts.people.applicant import Applicant, ApplicantId

Options = tuple[int, ...]
_NONE: Mapping[str, Mapping[int, Options]] = MappingProxyType({})


@dataclass(frozen=True)
class Composition:
    """``groups``: number (from 1, ascending) → members by id; closed groups are left out.

    ``choices``: name of a choice → group number → the options taken.
    """

    groups: Mapping[int, tuple[Applicant, ...]]
    not_placed: tuple[Applicant, ...] = ()
    choices: Mapping[str, Mapping[int, Options]] = field(default_factory=lambda: _NONE)

    def reseated(
        self,
        groups: Mapping[int, tuple[Applicant, ...]],
        not_placed: tuple[Applicant, ...],
        choices: Mapping[str, Mapping[int, Options]],
    ) -> Composition:
        """This one, where these groups (empty: closed) and what they took are not as before.

        All others stay the very same. ``not_placed`` is whole, and the same where nobody in it is.
        """
        left = {**self.groups, **groups}
        placed = {number: members for number, members in left.items() if members}
        taken = {name: {**of, **choices.get(name, {})} for name, of in self.choices.items()}
        if placed.keys() != self.groups.keys():
            placed = {number: placed[number] for number in sorted(placed)}
            taken = {name: {number: of[number] for number in placed} for name, of in taken.items()}
        now = Composition(placed, not_placed, taken)
        seats = dict(self.seats)
        for number in groups:
            for one in self.groups.get(number, ()):
                del seats[one.id]
        seats |= {one.id: number for number, members in groups.items() for one in members}
        # what would be worked out from everybody
        vars(now)["seats"] = seats
        return now

    @cached_property
    def seats(self) -> Mapping[ApplicantId, int]:
        """The group of everybody who has one."""
        return {a.id: number for number, members in self.groups.items() for a in members}
