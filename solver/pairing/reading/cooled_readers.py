"""Readers change places while it cools, until pairs of them meet evenly."""

from __future__ import annotations

import numpy as np

from solver.pairing.reading.kernels.change_readers import anneal_readers
from solver.pairing.reading.meetings_bound import meetings_of, squares
from solver.pairing.reading.reading_task import ReadingTask
from solver.quantise import BoolArray, IntArray
from solver.search.splitmix import MINUS_LOG, seed_of

STEPS = 60
"""Temperatures of one cooling."""
HOT, COLD = 4.0, 0.3
"""In squares: a pair that meets once more than it must costs at least one."""
PROPOSALS = 3_000_000
"""Of one copy at the most."""
EACH = 20_000
"""Of one copy, for everything that is read by somebody, at the most."""


def cooled_readers(task: ReadingTask, first: BoolArray, bound: int, seed: int) -> BoolArray:
    """The best that one cooling met: like ``first``, whose pairs meet more evenly.

    ``bound``: the least that the squares of meetings can add up to; there it ends.
    """
    d, m = first.shape
    counts: IntArray = first.sum(axis=1).astype(np.int64)
    panels = np.zeros((d, int(counts.max())), dtype=np.int64)
    for row, panel in zip(first, panels, strict=True):
        readers = np.flatnonzero(row)
        panel[: readers.size] = readers
    proposals = min(PROPOSALS, EACH * d * m) // STEPS
    fall = (COLD / HOT) ** (1 / (STEPS - 1))
    scale = 1 << 20
    temperatures = np.array([round(scale * HOT * fall**k) for k in range(STEPS)], dtype=np.int64)
    meets, best = meetings_of(first), first.copy()
    now = squares(meets)
    sums = np.array([now, now, bound], dtype=np.int64)
    state = seed_of(seed)
    anneal_readers(
        panels,
        counts,
        first.copy(),
        task.allowed,
        meets,
        best,
        state,
        temperatures,
        proposals,
        MINUS_LOG,
        sums,
    )
    return best
