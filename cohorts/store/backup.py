"""A copy of all that is kept, checked in the same go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.whole import made_in
from cohorts.store.doctor import examined
from cohorts.store.door import Store
from cohorts.store.means import means_of
from cohorts.store.place import file_of, moved
from cohorts.store.store import existing
from cohorts.store.verifying import Verified, verify


@dataclass(frozen=True)
class Copied:
    """A copy that was made. ``problems``: what does not hold, in the copy as in what it is of."""

    file: Path
    log: Verified
    problems: tuple[Problem, ...]


def backup(url: str, file: Path) -> Copied:
    """What stood at ``file`` stays until the copy is whole, read back and looked through.

    Raises InputError where nothing is kept or no folder is, StoreError, OSError.
    """
    own = file_of(url)
    existing(url).close()  # of this release, so that it can be looked through
    if own is not None and file.exists() and own.samefile(file):
        raise InputError(Problem("store.itself", str(file)))
    if not file.absolute().parent.is_dir():
        raise InputError(Problem("store.no_folder", str(file)))
    with made_in(file.absolute().parent) as folder:
        copy = folder / file.name
        means_of(url).write(copy)
        with means_of(url).trial(copy) as trial:
            log, problems = _examined(trial)
        moved(copy, file)
    return Copied(file, log, problems)


def _examined(url: str) -> tuple[Verified, tuple[Problem, ...]]:
    store = Store(url)
    try:
        with store.reading() as connection:
            return verify(connection), examined(connection)
    finally:
        store.close()
