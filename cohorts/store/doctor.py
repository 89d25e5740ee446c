"""Whether all that must hold of a store does."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import Problem
from cohorts.store.checks import checks
from cohorts.store.door import Store


def doctor(store: Store) -> tuple[Problem, ...]:
    """Everything that does not hold; empty where all is well. Raises StoreError."""
    with store.reading() as connection:
        return examined(connection)


def examined(connection: Connection) -> tuple[Problem, ...]:
    """The same of what one transaction sees."""
    return tuple(problem for check in checks().values() for problem in check(connection))
