"""Who reads what: shared out by a flow, then readers change places until pairs meet evenly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.pairing.reading.hangs_together import join
from solver.pairing.reading.kernels.change_readers import anneal_readers
from solver.pairing.reading.meetings_bound import least_squares, meetings_of, squares
from solver.pairing.reading.reading_short import Short, short_of
from solver.pairing.reading.reading_task import ReadingTask
from solver.pairing.reading.shared_out import shared_out
from solver.quantise import BoolArray, IntArray
from solver.search.splitmix import MINUS_LOG, seed_of

COPIES = 4
STEPS = 60
"""Temperatures of one cooling."""
HOT, COLD = 4.0, 0.3
"""In squares: a pair that meets once more than it must costs at least one."""
PROPOSALS = 3_000_000
"""Of one copy at the most."""
EACH = 20_000
"""Of one copy, for everything that is read by somebody, at the most."""


@dataclass(frozen=True, eq=False)
class Reading:
    """``reads`` (d, m). ``squares``: over all pairs of readers, of how often they meet.

    ``bound``: no reading with these loads has a smaller sum.
    """

    reads: BoolArray
    squares: int
    bound: int


def read_evenly(task: ReadingTask, seed: int = 0) -> Reading | Short:
    """The most even that was found; or what cannot get its readers. The same for the same seed.

    Where changes of two readers can make it hang together, it does, also if pairs then meet less
    evenly.
    """
    first = shared_out(task)
    if short := short_of(task, first):
        return short
    bound = least_squares(first)
    best, least = first, squares(meetings_of(first))
    for copy in range(COPIES):
        if least <= bound:
            break
        found = _cooled(task, first, bound, seed * COPIES + copy)
        if (sum_ := squares(meetings_of(found))) < least:
            best, least = found, sum_
    joined = join(best, task.allowed)
    return Reading(joined, squares(meetings_of(joined)), bound)


def _cooled(task: ReadingTask, first: BoolArray, bound: int, seed: int) -> BoolArray:
    """The best that one cooling met."""
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
