"""SQLite copies itself: ``VACUUM INTO`` there, its backup back."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cohorts.errors import StoreError
from cohorts.intake.whole import made_in
from cohorts.store.connecting import PATIENCE
from cohorts.store.database_faults import in_our_words
from cohorts.store.place import file_of, made, url_of_file
from cohorts.store.write_ahead import write_ahead

BESIDE = ("", "-wal", "-shm")
"""The files of one database."""


@dataclass(frozen=True)
class SqliteMeans:
    """Of the database in a file."""

    file: Path

    def write(self, file: Path) -> None:
        """What was deleted is not in the copy, and it is one file."""
        made(file)
        place = url_of_file(self.file)
        with in_our_words(place), closing(sqlite3.connect(self.file, PATIENCE)) as connection:
            connection.execute("VACUUM INTO ?", (str(file),))

    @contextmanager
    def trial(self, file: Path) -> Iterator[str]:
        """In a folder for the time being, which nobody else may look into.

        Where its program is killed it goes with a later one.
        """
        with made_in(Path(tempfile.gettempdir())) as folder:
            copy = folder / file.name
            shutil.copyfile(file, copy)
            yield url_of_file(copy)

    def put_back(self, trial: str) -> None:
        """A database that is damaged makes way."""
        try:
            self._put_back(trial)
        except StoreError:
            if not _is_damaged(self.file):
                raise
            for end in BESIDE:
                Path(f"{self.file}{end}").unlink(missing_ok=True)
            self._put_back(trial)

    def _put_back(self, trial: str) -> None:
        made(self.file)
        source = file_of(trial) or Path()
        with (
            in_our_words(url_of_file(self.file)),
            closing(sqlite3.connect(source)) as held,
            closing(sqlite3.connect(self.file, PATIENCE)) as here,
        ):
            held.backup(here)
            write_ahead(self.file)


def _is_damaged(file: Path) -> bool:
    """Whether SQLite cannot read it at all."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorname.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT"))
    return False
