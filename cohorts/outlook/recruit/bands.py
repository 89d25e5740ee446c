"""Round numbers, for bounds that say enough and give no exact figure away."""

from __future__ import annotations

import math
from collections.abc import Iterator

from cohorts.outlook.recruit.newcomer import WHOLE

MARKS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)
YEARS = 5
STEPS = 6


def rounded(value: float, field: str) -> float:
    """Two digits of a number; a year whole."""
    return float(round(value)) if field in WHOLE else float(f"{value:.1e}")


def steps_down(value: float, least: float, field: str) -> Iterator[float]:
    """Round numbers below ``value``, the nearest first; the last is ``least`` or below."""
    for step in sorted((s for s in _marks(value, field) if s < value), reverse=True):
        yield step
        if step <= least:
            return


def steps_up(value: float, most: float, field: str) -> Iterator[float]:
    """Round numbers above ``value``, the nearest first; the last is ``most`` or above."""
    for step in sorted(s for s in _marks(value, field) if s > value):
        yield step
        if step >= most:
            return


def _marks(value: float, field: str) -> list[float]:
    """Round numbers on both sides of ``value``."""
    if field in WHOLE:
        near = round(value / YEARS) * YEARS
        return [float(near + i * YEARS) for i in range(-STEPS, STEPS + 1)]
    if value <= 0:
        return [0.0, *MARKS]
    power = math.floor(math.log10(value))
    return [round(mark * 10.0**p, 9) for p in range(power - 1, power + 2) for mark in MARKS]


def outward(low: float, high: float, field: str) -> tuple[float, float]:
    """Round numbers around ``low`` … ``high``."""
    below = max((s for s in _marks(low, field) if s <= low), default=low)
    above = min((s for s in _marks(high, field) if s >= high), default=high)
    return below, above
