"""How large an election may be to be counted."""

from __future__ import annotations

from cohorts.errors import InputError, Problem

MOST_SAID = 2_000_000
"""Ballots times candidates; all of it is held in memory."""


def check_size(ballots: int, candidates: int, file: str) -> None:
    """Raises InputError for more than can be held."""
    if ballots * candidates > MOST_SAID:
        facts = {"ballots": ballots, "candidates": candidates, "most": MOST_SAID}
        raise InputError(Problem("votes.too_large", file, facts))
