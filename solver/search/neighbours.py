"""Who is near whom: most swaps of two random rows are hopeless, those towards near rows are not."""

from __future__ import annotations

import numpy as np

from solver.lowered import Lowered
from solver.lowered.counted import ALIKE_ABOVE, SHARED
from solver.lowered.lower import in_table
from solver.lowered.shapes import PairSums
from solver.quantise import FloatArray, IntArray
from solver.search.kernels.near import nearest, nearest_of_each
from solver.search.spatial import features_of

NEIGHBOURS = 12
CHUNK = 256


def neighbours(lowered: Lowered) -> IntArray:
    """(n, m) the m nearest rows of every row, nearest first; m = 0 where no wish is about pairs.

    Near is what two rows cost when they sit in one group of the usual size, over all wishes; of
    very many rows, by the features of Likeness alone.
    """
    task = lowered.task
    wishes = [term for term in task.terms if term.compares and term.price]
    count = min(NEIGHBOURS, task.n - 1)
    if not wishes or count < 1:
        return np.zeros((task.n, 0), dtype=np.int64)
    if not lowered.dense:
        points, weights = features_of(task)
        if not points.shape[1]:
            return np.zeros((task.n, 0), dtype=np.int64)
        return nearest(points.astype(np.float64), weights, count)
    near = np.full((task.n, count), task.n, dtype=np.int64)
    for first in range(0, task.n, CHUNK):
        rows = np.arange(first, min(first + CHUNK, task.n))
        nearest_of_each(np.round(_costs(lowered, rows), 6), first, near, np.empty(count))
    return near


def _costs(lowered: Lowered, rows: IntArray) -> FloatArray:
    """(rows, n) what each of ``rows`` costs with every row in a group of the usual size."""
    task = lowered.task
    size = max(task.n // task.groups, 1)
    costs = np.zeros((rows.size, task.n))
    for part in lowered.parts:
        if isinstance(part, PairSums) and part.amount in {SHARED, ALIKE_ABOVE}:
            costs += lowered.pairs[part.table, rows] / (size if part.divided else 1)
    for term in task.terms:
        if term.compares and term.price and not in_table(term):
            costs += term.costs_with(rows, size)
    return costs
