"""The door to what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Lock

from sqlalchemy import Connection, Engine

from cohorts.errors import Problem, StoreError
from cohorts.store import connecting
from cohorts.store.database_faults import in_our_words
from cohorts.store.place import named


class Store:
    """A database by its URL. Made and brought up to date by :func:`cohorts.store.store.opened`.

    Both blocks raise StoreError where the database cannot be reached, read or written.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._turn = Lock()

    @cached_property
    def _writers(self) -> Engine:
        return connecting.writers(self.url)

    @cached_property
    def _readers(self) -> Engine:
        return connecting.readers(self.url)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that changes: kept where the block ends, undone where it raises.

        Within a process they come in the order in which they asked: SQLite lets whoever looks at
        the right moment go first, and somebody else wait for seconds.
        """
        with self._in_turn(), in_our_words(self.url), self._writers.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One look."""
        with in_our_words(self.url), self._readers.begin() as connection:
            yield connection

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=connecting.PATIENCE):
            raise StoreError(Problem("store.busy", named(self.url)))
        try:
            yield
        finally:
            self._turn.release()

    def close(self) -> None:
        """No connection is left open."""
        self._writers.dispose()
        self._readers.dispose()
