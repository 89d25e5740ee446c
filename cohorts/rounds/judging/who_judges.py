"""Who judges in a stage."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.rounds.members.member import Member, Position, sitting
from cohorts.store.keys import RoundKey


def judges_in(connection: Connection, round_: RoundKey, plan: StagePlan) -> tuple[Member, ...]:
    """Who is named, or took the place of one who is; else every member that is no screener."""
    here = sitting(connection, round_)
    if not plan.judges:
        return tuple(one for one in here if one.position is not Position.SCREENER)
    named = set(plan.judges)
    return tuple(one for one in here if one.key in named or one.instead_of in named)


def check_judges(
    connection: Connection, round_: RoundKey, stage: StageHead, actor: Actor
) -> Member:
    """The member who asks. Raises RefusedError for who does not judge in it."""
    for one in judges_in(connection, round_, stage.plan):
        if one.key == actor.key:
            return one
    raise RefusedError(Problem("rounds.not_yours"))
