"""Who are coached together: one person, or a group."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.people.applicant import Applicant


@dataclass(frozen=True)
class Led:
    """``members``: who are coached; ``number``: of the group, None for one person."""

    members: tuple[Applicant, ...]
    number: int | None = None
