"""Who may make and enter a ballot for a member: an organiser without a vote or a tie of their own.

Whoever enters a ballot sees the votes on it; that may be nobody who judges beside its member.
"""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.members.member import Member
from cohorts.store.keys import AccountKey, RoundKey


def check_may_enter(
    connection: Connection, round_: RoundKey, head: StageHead, actor: Actor, member: AccountKey
) -> Member:
    """The member. Raises RefusedError; also where they do not judge in this stage."""
    judges = {one.key: one for one in judges_in(connection, round_, head)}
    if actor.key in judges:
        raise RefusedError(Problem("paper.judges_too"))
    if not blocked(own_interests(connection, round_, actor.key)).isdisjoint(head.candidates):
        raise RefusedError(Problem("paper.blocked"))
    if member not in judges:
        raise RefusedError(Problem("paper.no_judge"))
    return judges[member]
