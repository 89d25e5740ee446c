"""A first composition of near people: halves of halves along the widest side, down to groups.

A tree of boxes whose cells hold whole groups (k-d tree of Bentley, 1975), so that sizes are as even
as the bounds allow from the first moment; n log² n, and the same on every machine.
"""

from __future__ import annotations

import numpy as np

from solver.quantise import FloatArray, IntArray
from solver.sizes import even_sizes
from solver.task import Task
from solver.terms import Likeness


def features_of(task: Task) -> tuple[IntArray, FloatArray]:
    """(n, d) the columns of all wishes that members be alike, and (d,) what each weighs."""
    wishes = [t for t in task.terms if isinstance(t, Likeness) and t.price]
    if not wishes:
        return np.empty((task.n, 0), dtype=np.int64), np.empty(0)
    weights = [np.full(t.features.shape[1], float(t.price or 0)) for t in wishes]
    return np.hstack([t.features for t in wishes]), np.concatenate(weights)


def near_seats(task: Task) -> IntArray | None:
    """(n,) seats of near rows, with the sizes of an even start; None where no wish has features.

    Whoever stands higher, or has a smaller lot, is placed before others.
    """
    points, weights = features_of(task)
    if not points.shape[1]:
        return None
    sizes = even_sizes(task, min(task.n, task.places.high, int(task.high.sum())))
    first = (task.last,) if task.standing is None else (task.last, -task.standing)
    rows = np.sort(np.lexsort(first)[: sizes.sum()]).astype(np.int64)
    seats = np.full(task.n, task.groups, dtype=np.int64)
    opened = np.flatnonzero(sizes)
    for group, members in zip(opened, cells(points, weights, rows, sizes[opened]), strict=True):
        seats[members] = group
    return seats


def cells(points: IntArray, weights: FloatArray, rows: IntArray, sizes: IntArray) -> list[IntArray]:
    """The ``rows`` in cells of these ``sizes``, in order, each of near ones."""
    ends = np.concatenate([[0], np.cumsum(sizes)])
    found: list[IntArray] = [rows] * sizes.size
    waiting = [(rows, 0, sizes.size)]
    while waiting:
        here, first, last = waiting.pop()
        if last - first == 1:
            found[first] = here
            continue
        middle = (first + last) // 2
        half = int(ends[middle] - ends[first])
        along = points[here, widest(points[here], weights)]
        order = np.argsort(along, kind="stable")
        waiting.append((here[order[:half]], first, middle))
        waiting.append((here[order[half:]], middle, last))
    return found


def widest(points: IntArray, weights: FloatArray) -> int:
    """The column (of ``points`` (m, d)) that varies most.

    From sums of integers, which no machine adds up otherwise.
    """
    count = len(points)
    mean, square = points.sum(axis=0) / count, (points * points).sum(axis=0) / count
    return int(np.argmax((square - mean * mean) * weights))
