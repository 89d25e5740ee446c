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

    @cached_property
    def seats(self) -> Mapping[ApplicantId, int]:
        """The group of everybody who has one."""
        return {a.id: number for number, members in self.groups.items() for a in members}
