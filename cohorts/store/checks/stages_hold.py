"""A stage has what its phase needs; once decided, of every candidate is told who goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.checks.json_can_be_read import can_be_read
from cohorts.store.tables import passed, stage

PLANNED, DECIDED = "planned", "decided"
COUNTED = frozenset({"closed", DECIDED})
WITH_DEADLINE = COUNTED | {"judging", "talking"}
PHASES = WITH_DEADLINE | {PLANNED, "interests"}


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each of which that is not so. Of who was no candidate may be told as well."""
    told: dict[str, set[str]] = {}
    for row in connection.execute(select(passed.c.stage, passed.c.person)):
        told.setdefault(row.stage, set()).add(row.person)
    for row in connection.execute(select(stage).order_by(stage.c.round, stage.c.number)):
        opened = row.phase != PLANNED
        whole = (row.opened_at is not None) == opened == (row.candidates is not None)
        whole = whole and (row.closes_at is not None) == (row.phase in WITH_DEADLINE)
        whole = whole and (row.counted is not None) == (row.phase in COUNTED)
        here = told.get(row.key, set())
        all_told = here >= _named(row.candidates) if row.phase == DECIDED else not here
        if row.phase not in PHASES or not whole or not all_told:
            yield Problem("store.unfit", f"stage {row.key}")


def _named(candidates: str | None) -> set[str]:
    return set(json.loads(candidates)) if candidates and can_be_read(candidates) else set()
