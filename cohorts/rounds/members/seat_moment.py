"""The moment from which somebody sits, or no longer sits: after every close that there was."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.tables import stage


def seat_moment(connection: Connection, round_: RoundKey) -> str:
    """Now; a millisecond after the last close where that is later (a clock that was set back).

    Who judged in a closed stage is told by these moments, so none may come before its close.
    """
    last = select(func.max(stage.c.closed_at)).where(stage.c.round == round_)
    closed, at = connection.scalar(last), now()
    if closed is None or closed < at:
        return at
    after = datetime.fromisoformat(closed) + timedelta(milliseconds=1)
    return after.isoformat(timespec="milliseconds").replace("+00:00", "Z")
