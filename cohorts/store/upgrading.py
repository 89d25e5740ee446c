"""A database of an older release: a copy first, then the migration, then the doctor."""

from __future__ import annotations

from pathlib import Path

from cohorts.store.door import Store
from cohorts.store.releases import MIGRATIONS, known, migrate, release_of


def bring_up_to_date(store: Store, folder: Path = MIGRATIONS) -> None:
    """Nothing changes where it is of this release already, or where the doctor finds a fault.

    Raises InputError for a database of others or of a newer release, StoreError.
    """
    with store.reading() as connection:
        before = release_of(connection, folder)
    if before == known(folder)[-1]:
        return
    with store.writing() as connection:
        if release_of(connection, folder) == before:  # nobody else was first
            migrate(connection, folder)
