"""The store, opened."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.store.database_faults import in_our_words
from cohorts.store.door import Store
from cohorts.store.place import file_of, made, understood
from cohorts.store.upgrading import bring_up_to_date
from cohorts.store.write_ahead import write_ahead


def opened(url: str) -> Store:
    """The store there, made where there is none, of this release where it was of an older one.

    Raises InputError where it is none of ours or of a newer release, StoreError where it cannot be
    reached or made.
    """
    store = Store(understood(url))
    file = file_of(store.url)
    if file is not None:
        made(file)
        with in_our_words(store.url):
            write_ahead(file)
    try:
        bring_up_to_date(store)
    except BaseException:
        store.close()
        raise
    return store


def existing(url: str) -> Store:
    """The same of one that is there already. Raises InputError too where no file is."""
    file = file_of(understood(url))
    if file is not None and not file.exists():
        raise InputError(Problem("store.nothing_kept", str(file)))
    return opened(url)


__all__ = ["Store", "existing", "opened"]
