"""What is known between two applicants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cohorts.people.applicant import ApplicantId


class RelationKind(StrEnum):
    """How two applicants are related; ``supplies`` points from a to b, the others both ways."""

    COMPETITOR = "competitor"
    SUPPLIES = "supplies"
    KNOWS = "knows"
    COLLEAGUE = "colleague"
    FAMILY = "family"
    SAME_SECTOR = "same_sector"
    TOGETHER = "together"
    MET = "met"
    NONE = "none"


Pair = tuple[ApplicantId, ApplicantId]
"""Two people, the smaller id first."""


def pair_of(a: ApplicantId, b: ApplicantId) -> Pair:
    """The two in order."""
    return (a, b) if a < b else (b, a)


@dataclass(frozen=True, slots=True)
class Relation:
    """One row of ``relations.csv``. ``must`` None: the rule that uses the kind decides."""

    a: ApplicantId
    b: ApplicantId
    kind: RelationKind
    must: bool | None = None
    note: str = ""
