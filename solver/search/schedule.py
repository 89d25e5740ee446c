"""How much work an effort is."""

from __future__ import annotations

from dataclasses import dataclass

from solver.solution import Effort

STEPS = 240
"""Temperatures of one annealing."""


@dataclass(frozen=True)
class Work:
    """``starts`` copies that cool together, ``per_row`` × n proposals each.

    With ``seconds``, a search cools by the clock instead, and takes as many as there is time for.
    """

    starts: int
    per_row: int
    seconds: float | None = None


WORK = {
    Effort.QUICK: Work(starts=4, per_row=4_000),
    Effort.NORMAL: Work(starts=8, per_row=8_000),
    Effort.THOROUGH: Work(starts=24, per_row=16_000),
}
