"""Somebody who coaches: people one by one, or groups; and whom they cannot have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cohorts.people.applicant import Applicant, ApplicantId


class Serves(StrEnum):
    """Whom a coach has: people (coach, mentor), groups (facilitator), or groups beside another."""

    PEOPLE = "people"
    GROUPS = "groups"
    BESIDE = "beside"


@dataclass(frozen=True)
class Coach:
    """``capacity``: of how many people or groups at most. ``conflicts``: whom they cannot have.

    ``as_applicant``: what is known of them and of their own company, as if they had applied, so
    that place, trade and rivals are compared as between applicants.
    """

    name: str
    capacity: int
    serves: Serves
    as_applicant: Applicant
    conflicts: frozenset[ApplicantId] = frozenset()

    @property
    def has_company(self) -> bool:
        """Whether they run a company of their own, which can be a rival."""
        return bool(self.as_applicant.company)
