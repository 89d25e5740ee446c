"""Long work waits, runs or has ended: each with the times that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from cohorts.errors import Problem
from cohorts.store.tables import job

WAITS, RUNS = "queued", "running"
ENDED = frozenset({"done", "refused", "stopped", "died", "broken"})


def check(connection: Connection) -> Iterator[Problem]:
    """A problem for each of which that is not so."""
    for row in connection.execute(select(job).order_by(job.c.key)):
        known = row.state in {WAITS, RUNS} | ENDED
        started = row.started_at is not None
        fits = (row.ended_at is not None) == (row.state in ENDED)
        fits = fits and (started or row.state != RUNS) and not (started and row.state == WAITS)
        if not known or not fits:
            yield Problem("store.unfit", f"job {row.key}")
