"""What comes after a step of the choice for who goes on from it."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection

from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.judging.stage_head import StageHead, stages_in
from cohorts.store.keys import RoundKey


class Comes(StrEnum):
    """STEP: another one. GROUPS: it was the last, and groups are made of who went on.

    JOINTLY: the same, and who takes part is decided with it. DECIDED: nothing more.
    """

    STEP = "step"
    GROUPS = "groups"
    JOINTLY = "jointly"
    DECIDED = "decided"


def comes_after(connection: Connection, round_: RoundKey, head: StageHead) -> Comes:
    """As it is now: a decision that was reopened does not count."""
    if any(one.number > head.number for one in stages_in(connection, round_)):
        return Comes.STEP
    if standing(decisions_in(connection, round_)) is not None:
        return Comes.DECIDED
    return Comes.JOINTLY if head.plan.stage.joint else Comes.GROUPS
