"""Whether who could be placed and is not waits on a list: letters say so, and who answers calls."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

SETTING = OBJECT = "reserve_list"


def has_reserve_list(store: Store, actor: Actor, round_: RoundKey) -> bool:
    """Not until somebody says so. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return reserve_list_in(connection, round_)


def reserve_list_in(connection: Connection, round_: RoundKey) -> bool:
    """The same where the role was checked."""
    return bool(setting_in(connection, round_, SETTING))


def set_reserve_list(
    store: Store, actor: Actor, round_: RoundKey, *, there: bool, seen: int | None = None
) -> None:
    """From now on letters say so, or not. Raises RefusedError, StaleError."""
    name = "letter.reserve"
    with act(store, actor, round_, name, may=ORGANISERS, object_=OBJECT, seen=seen) as doing:
        set_setting(doing.connection, round_, SETTING, there or None)
        doing.say({"there": there})
