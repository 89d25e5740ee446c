"""Whether a store can be worked with at this moment: one look, that waits for no writer."""

from __future__ import annotations

from cohorts.errors import CohortsError, Problem
from cohorts.store.door import Store
from cohorts.store.place import file_of
from cohorts.store.releases import NOTHING, known, release_of


def unready(store: Store) -> tuple[Problem, ...]:
    """Why not; empty where it answers and is of this release. No problem has a place."""
    file = file_of(store.url)
    if file is not None and not file.exists():  # who has it open still reads what was deleted
        return (Problem("store.nothing_kept"),)
    try:
        with store.reading() as connection:
            found = release_of(connection)
    except CohortsError as error:
        return placeless(error)
    if found == known()[-1]:
        return ()
    return (Problem("store.nothing_kept" if found == NOTHING else "store.older"),)


def placeless(error: CohortsError) -> tuple[Problem, ...]:
    """What it says, for who may not know where anything stands."""
    return tuple(Problem(one.code, facts=one.facts) for one in error.problems)
