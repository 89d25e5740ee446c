"""A copy put back: tried elsewhere first, and without who was erased after it was made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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

OF_OTHERS = {"store.not_ours", "store.tool_failed"}
"""How databases say that this is no copy of what we keep."""


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
    with ExitStack() as stack:
        with _said_of(file):
            trial = stack.enter_context(means.trial(file))
            erased, problems = _made_ready(trial, url)
        if problems:
            raise StoreError(Problem("store.bad_copy", str(file)), *problems)
        before = copied_before(url)
        means.put_back(trial)
    return Restored(file, before, erased)


def _made_ready(trial: str, url: str) -> tuple[int, tuple[Problem, ...]]:
    """Of this release, and without who was erased: how many; and what does not hold.

    Raises what restoring raises.
    """
    store = Store(trial)
    try:
        with store.reading() as connection:
            if release_of(connection) == NOTHING:
                raise InputError(Problem("store.not_ours"))
        bring_up_to_date(store)
        with store.writing() as connection:
            erased = replay(connection, url)
        return erased, doctor(store)
    finally:
        store.close()


@contextmanager
def _said_of(file: Path) -> Iterator[None]:
    """What is raised is said of the copy, not of where it was tried."""
    try:
        yield
    except CohortsError as error:
        raise type(error)(*(_of_copy(problem, file) for problem in error.problems)) from None


def _of_copy(problem: Problem, file: Path) -> Problem:
    code = "store.not_a_copy" if problem.code in OF_OTHERS else problem.code
    return replace(problem, code=code, place=str(file))
