"""What is on a board at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.hands.standing import Standing
from cohorts.people.applicant import ApplicantId
from cohorts.round.overrides import Override


@dataclass(frozen=True, eq=False)
class Layout:
    """Who sits where, who may not be moved, and which breaches have their reason.

    ``stopped``: whoever has left; they have no place and get none.
    """

    standing: Standing
    pinned: frozenset[ApplicantId] = frozenset()
    overrides: tuple[Override, ...] = ()
    stopped: frozenset[ApplicantId] = frozenset()
