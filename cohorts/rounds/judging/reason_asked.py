"""A reason that somebody has to give for what they do to a stage, and that all can read."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.typed_text import visible

LONGEST_REASON = 500


def reason_asked(reason: str) -> str:
    """As it is kept. Raises InputError where there is none, or it is too long."""
    why = visible(reason)
    if not 1 <= len(why) <= LONGEST_REASON:
        raise InputError(Problem("judging.no_reason", "", {"longest": LONGEST_REASON}))
    return why
