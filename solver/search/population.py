"""Copies that cool together: every few temperatures the better ones take the place of the worse.

Population annealing (Hukushima & Iba 2003; Machta 2010): between two temperatures each copy counts
by its Boltzmann weight, and as many stand there afterwards as that says. Copies that are stuck give
way to those that are not; nothing is mixed, so that what holds within a copy goes on holding.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from solver.quantise import IntArray
from solver.search.one_copy import Start
from solver.search.splitmix import draw


def energies(starts: Sequence[Start]) -> list[int]:
    """What each copy costs, all at the same prices: of every penalty the highest of any copy."""
    price = np.max([start.state.price for start in starts], axis=0)
    return [
        sum(int(p) * int(a) for p, a in zip(price, start.state.amounts, strict=True))
        for start in starts
    ]


def heirs(costs: Sequence[int], warm: int, cold: int, seed: IntArray) -> list[int]:
    """Which copy stands at each place afterwards, between temperatures ``warm`` and ``cold``.

    Every copy as often as its weight says, rounded up or down (systematic resampling); a copy that
    stays keeps its place.
    """
    size = len(costs)
    least = min(costs)
    by = 1 / max(cold, 1) - 1 / max(warm, 1)
    weights = [round(math.exp(-min((cost - least) * by, 700.0)), 12) for cost in costs]
    total, at, counts = sum(weights), draw(seed, 1 << 20) / (1 << 20), []
    passed = 0.0
    for weight in weights:
        before = math.ceil(round(passed / total * size - at, 9))
        passed += weight
        counts.append(math.ceil(round(passed / total * size - at, 9)) - before)
    counts[-1] += size - sum(counts)
    spare = [k for k, count in enumerate(counts) for _ in range(count - 1)]
    return [k if counts[k] > 0 else spare.pop(0) for k in range(size)]


def resample(starts: Sequence[Start], warm: int, cold: int, seed: IntArray) -> None:
    """Lets better copies take the place of worse ones."""
    for place, heir in enumerate(heirs(energies(starts), warm, cold, seed)):
        if heir != place:
            starts[place].become(starts[heir])
