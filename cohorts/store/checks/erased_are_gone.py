"""Of who was erased nothing is left but a key, and the log says that they were."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.erasing import PERSONAL
from cohorts.store.tables import applicant, event
from cohorts.store.verifying import ERASE


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each of whom something is left, or of whom the log does not say so."""
    erased = select(applicant.c.key).where(applicant.c.erased_at.is_not(None))
    for key in connection.scalars(erased.where(applicant.c.id.is_not(None))):
        yield Problem("store.left", f"applicant {key}")
    for table in PERSONAL:
        for key in connection.scalars(
            select(table.c.person).where(table.c.person.in_(erased)).distinct()
        ):
            yield Problem("store.left", f"{table.name} {key}")
    said = set(_said_to_be(connection))
    for key in sorted(said ^ set(connection.scalars(erased))):
        yield Problem("store.erased_unsaid", f"applicant {key}")


def _said_to_be(connection: Connection) -> Iterator[str]:
    acts = select(event.c.about).where(event.c.act.like(f"%.{ERASE}"))
    for about in connection.scalars(acts):
        yield from json.loads(about)
