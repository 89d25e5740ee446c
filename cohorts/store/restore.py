"""A copy put back: tried elsewhere first, and without who was erased after it was made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cohorts.errors import CohortsError, InputError, Problem, StoreError
from cohorts.store.copied_before import copied_before
from cohorts.store.doctor import doctor
from cohorts.store.door import Store
from cohorts.store.erasing import replay
from cohorts.store.means import means_of
from cohorts.store.releases import NOTHING, release_of
from cohorts.store.upgrading import bring_up_to_date


@dataclass(frozen=True)
class Restored:
    """What was done. ``before``: a copy of what stood there; None where nothing did.

    ``erased``: how many were erased since the copy was made, and now again.
    """

    file: Path
    before: Path | None
    erased: int


def restore(file: Path, url: str) -> Restored:
    """Nothing changes where the copy does not hold.

    Raises InputError where it is no copy of ours or of a newer release, StoreError.
    """
    if not file.is_file():
        raise InputError(Problem("store.no_copy", str(file)))
    means = means_of(url)
    with means.trial(file) as trial:
        erased = _made_ready(trial, url, file)
        before = copied_before(url)
        means.put_back(trial)
    return Restored(file, before, erased)


def _made_ready(trial: str, url: str, file: Path) -> int:
    """Of this release, and without who was erased: how many. Raises what restoring raises."""
    store = Store(trial)
    try:
        with store.reading() as connection:
            if release_of(connection) == NOTHING:
                raise InputError(Problem("store.not_ours"))
        bring_up_to_date(store)
        with store.writing() as connection:
            erased = replay(connection, url)
        problems = doctor(store)
    except CohortsError as error:
        named_so = (replace(problem, place=str(file)) for problem in error.problems)
        raise type(error)(*named_so) from None
    finally:
        store.close()
    if problems:
        raise StoreError(Problem("store.bad_copy", str(file)), *problems)
    return erased
