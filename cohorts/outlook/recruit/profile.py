"""What somebody who is recruited has to be like; it identifies nobody."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.people.applicant import Applicant

Value = str | float | tuple[str, ...]


@dataclass(frozen=True)
class Trait:
    """One field. ``values``: one of these; ``every``: all of these; ``other``: none of these.

    ``low``, ``high``: a number within these bounds, None where it does not matter. ``near``: close
    to one of ``values`` on the map, to the others where there are none. ``different``: and no two
    newcomers the same; ``same``: and all of them the same. ``missing``: nothing is filled in.
    """

    field: str
    values: tuple[str, ...] = ()
    every: bool = False
    other: bool = False
    low: float | None = None
    high: float | None = None
    near: bool = False
    different: bool = False
    same: bool = False
    missing: bool = False


@dataclass(frozen=True)
class Profile:
    """So many people with these traits; whatever is not named does not matter."""

    people: int
    traits: tuple[Trait, ...]


@dataclass(frozen=True)
class Wanted:
    """What was found by adding made-up people: their profiles, and those people themselves."""

    profiles: tuple[Profile, ...]
    newcomers: tuple[Applicant, ...]
