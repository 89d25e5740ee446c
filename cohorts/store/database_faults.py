"""What a database refuses, in our words; its own words may quote somebody's values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFreeError

from cohorts.errors import Problem, StoreError
from cohorts.store.place import named

FAULTS = {
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR": "disk",
    "SQLITE_READONLY": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_CANTOPEN": "unreachable",
    "SQLITE_NOTADB": "not_ours",
    "SQLITE_CORRUPT": "damaged",
    # PostgreSQL's, by class or in full (its manual, appendix A)
    "55P03": "busy",
    "57014": "busy",
    "53100": "full",
    "58": "disk",
    "25006": "read_only",
    "42501": "not_allowed",
    "XX001": "damaged",
    "XX002": "damaged",
    "08": "unreachable",
    "53300": "unreachable",
    "57P": "unreachable",
}
"""How the code of a database begins → our words for it. A fault of ours is not among them."""


@contextmanager
def in_our_words(url: str) -> Iterator[None]:
    """Raises StoreError instead of what a database raises about itself."""
    try:
        yield
    except NoneFreeError:
        raise StoreError(Problem("store.busy", named(url))) from None
    except (DBAPIError, sqlite3.Error) as error:
        fault = _fault(getattr(error, "orig", error))
        if fault is None:
            raise
        raise StoreError(Problem(f"store.{fault}", named(url))) from None


def _fault(given: object) -> str | None:
    code = getattr(given, "sqlite_errorname", None) or getattr(given, "sqlstate", None)
    if code is None:  # a server that never answered has no code to give
        return "unreachable" if type(given).__name__ == "OperationalError" else None
    return next((words for begins, words in FAULTS.items() if code.startswith(begins)), None)
