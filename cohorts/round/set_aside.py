"""Who applied but is not composed now, and on what ground."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cohorts.people.applicant import Applicant
from cohorts.round.judgement import Judgement


class Aside(StrEnum):
    """REFUSED: a condition is not met. UNCONFIRMED: has not said yes yet. GONE: has stopped."""

    REFUSED = "refused"
    UNCONFIRMED = "unconfirmed"
    GONE = "gone"


@dataclass(frozen=True)
class SetAside:
    """Somebody who is not composed now; ``judgements``: the conditions that refuse."""

    applicant: Applicant
    why: Aside
    judgements: tuple[Judgement, ...] = ()
