"""What a database itself offers to copy what it holds, and to put a copy back."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from cohorts.store.place import file_of
from cohorts.store.postgres_means import PostgresMeans
from cohorts.store.sqlite_means import SqliteMeans


class Means(Protocol):
    """Of one database. Each raises StoreError."""

    def write(self, file: Path) -> None:
        """A copy of all it holds, as it was at one moment, into a file that is empty or not there.

        Whoever writes meanwhile need not wait.
        """

    def trial(self, file: Path) -> AbstractContextManager[str]:
        """The URL of a database with what a copy holds; gone afterwards."""

    def put_back(self, trial: str) -> None:
        """Holds what another holds, in one step, and nothing else."""


def means_of(url: str) -> Means:
    """Those of the database at a URL."""
    file = file_of(url)
    return PostgresMeans(url) if file is None else SqliteMeans(file)
