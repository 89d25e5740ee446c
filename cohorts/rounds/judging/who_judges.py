"""Who judges in a stage."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.members.member import Member, Position, members_in
from cohorts.store.keys import AccountKey, RoundKey


def judges_in(connection: Connection, round_: RoundKey, stage: StageHead) -> tuple[Member, ...]:
    """Who is named, or took the place of one who is; else every member that is no screener.

    Once the votes are closed: who did then, whoever came or left since.
    """
    members = members_in(connection, round_)
    named, before = set(stage.plan.judges), {one.key: one.instead_of for one in members}
    here = (one for one in members if one.sat(stage.closed_at))
    if not named:
        return tuple(one for one in here if one.position is not Position.SCREENER)
    return tuple(one for one in here if not named.isdisjoint(_line(one.key, before)))


def _line(key: AccountKey, before: Mapping[AccountKey, AccountKey | None]) -> list[AccountKey]:
    """They, whose place they took, and so on."""
    line, earlier = [key], before[key]
    while earlier is not None and earlier not in line:
        line.append(earlier)
        earlier = before.get(earlier)
    return line


def check_judges(
    connection: Connection, round_: RoundKey, stage: StageHead, actor: Actor
) -> Member:
    """The member who asks. Raises RefusedError for who does not judge in it, or sits no more."""
    for one in judges_in(connection, round_, stage):
        if one.key == actor.key and one.left_at is None:
            return one
    raise RefusedError(Problem("rounds.not_yours"))
