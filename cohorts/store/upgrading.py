"""A database of an older release: a copy first, then the migration, then the doctor."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, select

from cohorts.errors import Problem, StoreError
from cohorts.store.chain import INSTALLATION, append
from cohorts.store.copied_before import copied_before
from cohorts.store.doctor import examined
from cohorts.store.door import Store
from cohorts.store.keys import Key
from cohorts.store.place import named
from cohorts.store.releases import MIGRATIONS, NOTHING, known, migrate, release_of
from cohorts.store.sealing.sealed_tables import name_of
from cohorts.store.sealing.touched import Row, touched
from cohorts.store.tables import salt

ACT = "store.upgrade"


def bring_up_to_date(store: Store, folder: Path = MIGRATIONS) -> None:
    """Nothing changes where it is of this release already, or where the doctor finds a fault.

    Raises InputError for a database of others or of a newer release, StoreError.
    """
    with store.reading() as connection:
        before = release_of(connection, folder)
    if before == known(folder)[-1]:
        return
    if before != NOTHING:
        copied_before(store.url)
    with store.writing() as connection:
        if release_of(connection, folder) != before:  # somebody else was first
            return
        migrate(connection, folder)
        tell_upgrade(connection)
        problems = examined(connection)
        if problems:
            raise StoreError(Problem("store.not_upgraded", named(store.url)), *problems)


def tell_upgrade(connection: Connection) -> None:
    """What a migration wrote in rows that are sealed: one event in each chain that has their seals.

    A migration writes with statements of SQLAlchemy, not with text: those are seen.
    """
    of: dict[Key, list[Row]] = {}
    for table, key in touched(connection).take():
        here = salt.c.row == name_of(table, key)
        chain = connection.scalar(select(salt.c.chain).where(here))
        of.setdefault(Key(chain or INSTALLATION), []).append((table, key))
    for chain, rows in of.items():
        for table, key in rows:
            touched(connection).add(table, *key)
        append(connection, chain, actor=INSTALLATION, act=ACT)
