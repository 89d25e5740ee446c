"""A moment that somebody asks for, such as a deadline, in the clock of the store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cohorts.errors import InputError, Problem
from cohorts.store.clock import now

LONGEST = timedelta(days=200)


def moment_asked(until: datetime) -> str:
    """``until``: with its zone. Raises InputError where it is past, or too far ahead."""
    at = until.astimezone(UTC)
    here = datetime.fromisoformat(now())
    if not here < at <= here + LONGEST:
        raise InputError(Problem("judging.no_deadline", "", {"days": LONGEST.days}))
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
