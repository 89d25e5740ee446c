"""SQLite's write-ahead log: who reads need not wait for who writes."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from cohorts.errors import Problem, StoreError
from cohorts.store.connecting import PATIENCE

AGAIN = 0.05
"""Seconds between two tries."""


def write_ahead(file: Path) -> None:
    """Sets it, once: the file remembers. Raises StoreError.

    SQLite does not wait here for others that are making the same file, so we do.
    """
    until = time.monotonic() + PATIENCE
    while not _set(file):
        if time.monotonic() > until:
            raise StoreError(Problem("store.busy", str(file)))
        time.sleep(AGAIN)


def _set(file: Path) -> bool:
    """Whether it is set; not while others hold the file."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
            return str(mode) == "wal"
    except sqlite3.Error as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return False
        raise
