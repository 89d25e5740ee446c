"""A copy put back: tried elsewhere first, and without who was erased after it was made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, update

from cohorts.errors import CohortsError, InputError, Problem, StoreError
from cohorts.store.copied_before import copied_before
from cohorts.store.doctor import doctor
from cohorts.store.door import Store
from cohorts.store.erasing import replay
from cohorts.store.means import means_of
from cohorts.store.releases import NOTHING, release_of
from cohorts.store.tables import mail
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


@dataclass(frozen=True)
class Tried:
    """``url``: of the copy; ``problems``: what does not hold in it."""

    url: str
    erased: int
    problems: tuple[Problem, ...]


def restore(file: Path, url: str) -> Restored:
    """Nothing changes where the copy does not hold.

    Raises InputError where it is no copy of ours or of a newer release, StoreError.
    """
    with tried(file, url) as found:
        if found.problems:
            raise StoreError(Problem("store.bad_copy", str(file)), *found.problems)
        before = copied_before(url)
        means_of(url).put_back(found.url)
    return Restored(file, before, found.erased)


@contextmanager
def tried(file: Path, url: str) -> Iterator[Tried]:
    """The copy put back somewhere else, as it would be here; gone afterwards.

    Raises InputError where it is no copy of ours or of a newer release, StoreError.
    """
    if not file.is_file():
        raise InputError(Problem("store.no_copy", str(file)))
    with ExitStack() as stack:
        with _said_of(file):
            trial = stack.enter_context(means_of(url).trial(file))
            erased, problems = _made_ready(trial, url)
        yield Tried(trial, erased, problems)


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
            _may_have_gone(connection)
        return erased, doctor(store)
    finally:
        store.close()


def _may_have_gone(connection: Connection) -> None:
    """Mail that waited when the copy was made may have been sent since: a person looks first."""
    waits = mail.c.state.in_(("waiting", "sending"))
    connection.execute(update(mail).where(waits).values(state="unsure"))


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
