"""Who applied but is not composed now, and on what ground."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cohorts.people.applicant import Applicant
from cohorts.round.judgement import Judgement
from cohorts.round.left_at import LeftAt


class Aside(StrEnum):
    """REFUSED: a condition is not met. UNCONFIRMED: has not said yes yet. GONE: has stopped.

    NOT_ON: did not go on after a stage of the choice.
    """

    REFUSED = "refused"
    UNCONFIRMED = "unconfirmed"
    GONE = "gone"
    NOT_ON = "not_on"


@dataclass(frozen=True)
class SetAside:
    """Somebody who is not composed now.

    ``judgements``: the conditions that refuse. ``left_at``: where they did NOT_ON.
    """

    applicant: Applicant
    why: Aside
    judgements: tuple[Judgement, ...] = ()
    left_at: LeftAt | None = None
