"""Who may make and enter a ballot for a member: an organiser without a vote or a tie of their own.

Whoever enters a ballot sees the votes on it; that may be nobody who judges beside its member.
"""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.members.member import Member
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store


def paper_members(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey
) -> tuple[Member, ...]:
    """Who judges in it: for whom a ballot can be made. Raises RefusedError."""
    with look(store, actor, round_, may=ORGANISERS) as connection:
        return _may(connection, round_, stage_in(connection, round_, stage), actor)


def check_may_enter(
    connection: Connection, round_: RoundKey, head: StageHead, actor: Actor, member: AccountKey
) -> Member:
    """The member. Raises RefusedError; also where they do not judge in this stage."""
    for one in _may(connection, round_, head, actor):
        if one.key == member:
            return one
    raise RefusedError(Problem("paper.no_judge"))


def _may(
    connection: Connection, round_: RoundKey, head: StageHead, actor: Actor
) -> tuple[Member, ...]:
    judges = judges_in(connection, round_, head)
    if any(one.key == actor.key for one in judges):
        raise RefusedError(Problem("paper.judges_too"))
    if not blocked(own_interests(connection, round_, actor.key)).isdisjoint(head.candidates):
        raise RefusedError(Problem("paper.blocked"))
    return judges
