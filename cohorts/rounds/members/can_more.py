"""Whether a personal address opens more than a seat: then only an administrator gives it away."""

from __future__ import annotations

from sqlalchemy import Connection, select

from cohorts.rounds.members.first_visit import SEATED
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.tables import account, role


def can_more(connection: Connection, round_: RoundKey, whose: AccountKey) -> bool:
    """Whether they may do anything but sit in this round."""
    first = select(account.c.administrator).where(account.c.key == whose)
    query = select(role.c.round, role.c.role).where(role.c.account == whose)
    held = connection.execute(query).all()
    return bool(connection.scalar(first)) or any(
        row.round != round_ or row.role not in SEATED for row in held
    )
