"""Which round somebody means, by its name or its key."""

from __future__ import annotations

from sqlalchemy import Connection, select

from cohorts.errors import InputError, Problem
from cohorts.rounds.actor import Actor
from cohorts.store.keys import Key, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, role
from cohorts.store.tables import round_ as round_table

MOST_NAMED = 8


def round_named(store: Store, actor: Actor, called: str) -> RoundKey:
    """Among the rounds in which they have a role; the administrator knows all by name.

    Raises InputError where none is called so, or several are: these have a key of their own.
    """
    with store.reading() as connection:
        known = _known(connection, actor)
    if called in known:
        return RoundKey(Key(called))
    found = [key for key, name in known.items() if name.casefold() == called.strip().casefold()]
    if len(found) == 1:
        return RoundKey(Key(found[0]))
    if found:
        raise InputError(Problem("rounds.several", called, {"keys": found}))
    names = sorted(set(known.values()))[:MOST_NAMED]
    raise InputError(
        Problem("rounds.none_so" if names else "rounds.none", called, {"known": names})
    )


def _known(connection: Connection, actor: Actor) -> dict[str, str]:
    """Key → name."""
    here = account.c.key == actor.key, account.c.revoked_at.is_(None)
    found = connection.scalar(select(account.c.administrator).where(*here))
    if found is None:
        return {}
    query = select(round_table.c.key, round_table.c.name)
    if not found:
        roles = select(role.c.round).where(role.c.account == actor.key)
        query = query.where(round_table.c.key.in_(roles))
    return {row.key: row.name for row in connection.execute(query)}
