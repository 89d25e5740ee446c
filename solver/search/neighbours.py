"""Who is near whom: most swaps of two random rows are hopeless, those towards near rows are not."""

from __future__ import annotations

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels.near import nearest
from solver.task import Task
from solver.terms import Likeness

NEIGHBOURS = 12
DENSE = 4_000
"""Up to so many rows every pair is looked at; above, only the features of Likeness."""
CHUNK = 256


def neighbours(task: Task) -> IntArray:
    """(n, m) the m nearest rows of every row, nearest first; m = 0 where no wish is about pairs.

    Near is what two rows cost when they sit in one group of the usual size, over all wishes.
    """
    wishes = [term for term in task.terms if term.compares and term.price]
    count = min(NEIGHBOURS, task.n - 1)
    if not wishes or count < 1:
        return np.zeros((task.n, 0), dtype=np.int64)
    if task.n > DENSE:
        return _by_features(task, count)
    size = max(task.n // task.groups, 1)
    near = np.zeros((task.n, count), dtype=np.int64)
    for first in range(0, task.n, CHUNK):
        rows = np.arange(first, min(first + CHUNK, task.n))
        costs = np.zeros((rows.size, task.n))
        for wish in wishes:
            costs += wish.costs_with(rows, size)
        costs[np.arange(rows.size), rows] = np.inf
        near[rows] = np.argsort(np.round(costs, 6), axis=1, kind="stable")[:, :count]
    return near


def _by_features(task: Task, count: int) -> IntArray:
    wishes = [t for t in task.terms if isinstance(t, Likeness) and t.price]
    if not wishes:
        return np.zeros((task.n, 0), dtype=np.int64)
    points = np.hstack([t.features for t in wishes]).astype(np.float64)
    weights = np.concatenate([np.full(t.features.shape[1], float(t.price or 0)) for t in wishes])
    return nearest(points, weights, count)
