"""Alike enough first, then different: some wishes count up to a stated level, and no further."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Alike:
    """The wishes of likeness of a task, and how much of them is enough.

    ``terms``: names of priced terms, which then count in no other level of the score: beyond the
    stated level only the other wishes do. ``bound``: points that all of them together may cost;
    what they cost beyond it is the level ``alike`` of the score.
    """

    terms: tuple[str, ...]
    bound: int
