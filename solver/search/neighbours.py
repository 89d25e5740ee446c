"""Who is near whom: most swaps of two random rows are hopeless, those towards near rows are not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Choice, Likeness, PairCost

NEIGHBOURS = 12
DENSE = 4_000
"""Up to so many rows every pair is looked at; above, only the features of Likeness."""
CHUNK = 256

Floats = NDArray[np.float64]


def neighbours(task: Task) -> IntArray:
    """(n, m) the m nearest rows of every row, nearest first; m = 0 where no wish is about pairs.

    Near is what two rows cost when they sit in one group of the usual size, over all wishes.
    """
    wishes = [t for t in task.terms if isinstance(t, Likeness | PairCost | Choice) and t.price]
    count = min(NEIGHBOURS, task.n - 1)
    if not wishes or count < 1:
        return np.zeros((task.n, 0), dtype=np.int64)
    if task.n > DENSE:
        return _by_features(task, count)
    size = max(task.n // task.groups, 1)
    near = np.zeros((task.n, count), dtype=np.int64)
    for first in range(0, task.n, CHUNK):
        rows = np.arange(first, min(first + CHUNK, task.n))
        costs = sum((_costs(wish, rows, size) for wish in wishes), np.zeros((rows.size, task.n)))
        costs[np.arange(rows.size), rows] = np.inf
        near[rows] = np.argsort(np.round(costs, 6), axis=1, kind="stable")[:, :count]
    return near


def _costs(wish: Likeness | PairCost | Choice, rows: IntArray, size: int) -> Floats:
    """(rows, n) what each of ``rows`` costs with every row, in points."""
    costs = np.zeros((rows.size, wish.rows or 0))
    if isinstance(wish, Likeness):
        for column in wish.features.T:
            costs += (column[rows, np.newaxis] - column).astype(np.float64) ** 2
        return costs * (wish.price or 0) / size
    if isinstance(wish, Choice):
        costs[:] = np.inf
        for column in wish.cost.T:
            np.minimum(costs, column[rows, np.newaxis] + column, out=costs)
        return costs * wish.price / size
    return _between(wish, rows) * (wish.price or 0) / (size if wish.per == "member" else 1)


def _between(wish: PairCost, rows: IntArray) -> Floats:
    if wish.matrix is not None:
        return wish.matrix[rows].astype(np.float64)
    costs = np.zeros((rows.size, wish.rows or 0))
    edges = np.zeros((0, 2), dtype=np.int64) if wish.edges is None else wish.edges
    paid = np.ones(len(edges)) if wish.costs is None else wish.costs.astype(np.float64)
    for a, b in ((0, 1), (1, 0)):
        mine = np.isin(edges[:, a], rows)
        costs[edges[mine, a] - rows[0], edges[mine, b]] = paid[mine]
    return costs


def _by_features(task: Task, count: int) -> IntArray:
    wishes = [t for t in task.terms if isinstance(t, Likeness) and t.price]
    if not wishes:
        return np.zeros((task.n, 0), dtype=np.int64)
    columns = [t.features * np.sqrt(float(t.price or 0)) for t in wishes]
    points = np.hstack(columns)
    found = KDTree(points).query(points, k=count + 1)[1]
    near: IntArray = np.asarray(found, dtype=np.int64)
    return near[:, 1:]
