"""A database of an older release: a copy first, then the migration, then the doctor."""

from __future__ import annotations

from pathlib import Path

from cohorts.errors import Problem, StoreError
from cohorts.store.copied_before import copied_before
from cohorts.store.doctor import examined
from cohorts.store.door import Store
from cohorts.store.place import named
from cohorts.store.releases import MIGRATIONS, NOTHING, known, migrate, release_of


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
        problems = examined(connection)
        if problems:
            raise StoreError(Problem("store.not_upgraded", named(store.url)), *problems)
