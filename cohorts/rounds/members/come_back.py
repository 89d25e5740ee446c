"""Whether who left a committee may sit in it again: only where that changes no vote and no count.

A member is one row: from when they sat, until when. Who judged in a closed stage is told by these
moments, and in a stage that is not closed what somebody voted counts for as long as they sit.
"""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from cohorts.rounds.members.member import Member, Position
from cohorts.rounds.members.seat_moment import seat_moment
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.tables import sent, stage, vote


def sits_again_from(connection: Connection, round_: RoundKey, seat: Member) -> str | None:
    """From when ``seat`` would be told to sit; None: they cannot come back.

    As before, where nothing was closed since they left; from now on, where nothing was closed
    while they sat. None where both were, or where what they voted would count again.
    """
    if seat.left_at is None or _voted_where_open(connection, round_, seat):
        return None
    closes = select(stage.c.closed_at).where(
        stage.c.round == round_, stage.c.closed_at.is_not(None), stage.c.closed_at >= seat.at
    )
    closed = connection.scalars(closes).all()
    if all(at < seat.left_at for at in closed):
        return seat.at
    if all(at >= seat.left_at for at in closed):
        return seat_moment(connection, round_)
    return None


def keeps_who_judged(
    connection: Connection,
    round_: RoundKey,
    seat: Member,
    position: Position,
    instead_of: AccountKey | None,
) -> bool:
    """Whether every closed stage keeps who judged in it, where ``seat`` is taken again so.

    A screener judges in no stage that is for all; in one for whom it names, who took the place of
    one of these does, and whoever took theirs.
    """
    closed = select(stage.c.plan, stage.c.closed_at).where(
        stage.c.round == round_, stage.c.closed_at.is_not(None)
    )
    screens = {position is Position.SCREENER, seat.position is Position.SCREENER}
    return all(
        instead_of == seat.instead_of
        if json.loads(row.plan).get("judges")
        else not seat.sat(row.closed_at) or len(screens) == 1
        for row in connection.execute(closed)
    )


def _voted_where_open(connection: Connection, round_: RoundKey, seat: Member) -> bool:
    """That their votes count no more was told to all, and somebody else judges in their place."""
    open_ = select(stage.c.key).where(stage.c.round == round_, stage.c.closed_at.is_(None))
    return any(
        connection.scalar(
            select(one.c.stage).where(one.c.account == seat.key, one.c.stage.in_(open_)).limit(1)
        )
        for one in (vote, sent)
    )
