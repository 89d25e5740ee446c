"""A must somebody let go for somebody, and why."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.people.applicant import ApplicantId


@dataclass(frozen=True)
class Override:
    """``breach``: the key of the rule; ``person``: whom it is about (empty: nobody in particular).

    ``by``: who decided it.
    """

    breach: str
    person: ApplicantId
    reason: str
    by: str = ""


@dataclass(frozen=True)
class OpenBreach:
    """A must that is broken in a group; ``people``: who has no override for it yet.

    ``group`` OF_ALL: in no single group, such as somebody pinned who sits nowhere.
    """

    rule: str
    group: int
    people: tuple[ApplicantId, ...]
