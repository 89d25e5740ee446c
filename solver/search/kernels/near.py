"""The nearest rows of every row among points, by a tree of boxes: exact, also where many tie."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from solver.quantise import FloatArray, IntArray
from solver.search.kernels.compiled import compiled

LEAF = 16
"""Boxes of so many points are not divided further."""
AT_ONCE = 20_000
"""So many rows are looked up in one call: several calls run beside each other."""


def nearest(points: FloatArray, weights: FloatArray, count: int) -> IntArray:
    """(n, count) the nearest other rows of every row, nearest first; of equally near the lowest.

    ``points`` (n, d) whole numbers, ``weights`` (d,) of the squared differences; ``count`` < n.
    """
    rows, within, low, high = boxes(points)
    lowest = np.array([rows[start:stop].min() for start, stop in within])
    near = np.full((rows.size, count), rows.size, dtype=np.int64)
    boxed = points[rows], weights, rows, within, low, high, lowest, near

    def look(start: int) -> None:
        """For some of them; with room of its own to work in."""
        far, waiting = np.empty(count), np.empty(within.shape[0], dtype=np.int64)
        _search(*boxed, far, waiting, start, start + AT_ONCE)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(look, range(0, rows.size, AT_ONCE)))
    return near


def boxes(points: FloatArray) -> tuple[IntArray, IntArray, FloatArray, FloatArray]:
    """Halves along the widest side: box i is divided into 2i + 1 and 2i + 2.

    Gives ``rows`` (n,), box by box; ``within`` (boxes, 2), from and to where the rows of a box
    stand there; and the corners of every box, ``low`` and ``high`` (boxes, d).
    """
    n, sides = points.shape
    total = 1
    while n > LEAF * (total + 1) // 2:
        total = 2 * total + 1
    rows, within = np.arange(n, dtype=np.int64), np.zeros((total, 2), dtype=np.int64)
    low, high = np.zeros((total, sides)), np.zeros((total, sides))
    within[0] = 0, n
    for box in range(total):
        start, stop = within[box]
        here = points[rows[start:stop]]
        low[box], high[box] = here.min(axis=0), here.max(axis=0)
        child, half = 2 * box + 1, (stop - start) // 2
        if child < total:
            order = np.argpartition(here[:, np.argmax(high[box] - low[box])], half)
            rows[start:stop] = rows[start:stop][order]
            within[child], within[child + 1] = (start, start + half), (start + half, stop)
    return rows, within, low, high


@compiled
def _search(
    points: FloatArray,
    weights: FloatArray,
    rows: IntArray,
    within: IntArray,
    low: FloatArray,
    high: FloatArray,
    lowest: IntArray,
    near: IntArray,
    far: FloatArray,
    waiting: IntArray,
    start: int,
    stop: int,
) -> None:
    """Fills ``near`` for those in places ``start`` to ``stop`` of ``rows``.

    A box is left out only where nothing in it comes before the last of them.

    ``points`` in the order of ``rows``; ``lowest`` (boxes,) the lowest row of each box. What is
    away from a box is never more than what is away from a point in it, in floating point too:
    every step of both sums is monotone. ``far`` (count,), ``waiting`` (boxes,): room to work in.
    """
    for me in range(start, min(stop, rows.size)):
        mine, found = points[me], near[rows[me]]
        for place in range(far.size):
            far[place] = np.inf
        waiting[0] = 0
        left = 1
        while left > 0:
            left -= 1
            box = waiting[left]
            gap = _gap(mine, weights, low[box], high[box])
            if gap > far[-1] or (gap == far[-1] and lowest[box] > found[-1]):
                continue
            child = 2 * box + 1
            if child < within.shape[0]:
                closer = _gap(mine, weights, low[child], high[child])
                other = _gap(mine, weights, low[child + 1], high[child + 1])
                first = lowest[child] < lowest[child + 1] if closer == other else closer < other
                second = 1 if first else 0
                waiting[left] = child + second
                waiting[left + 1] = child + 1 - second
                left += 2
                continue
            for at in range(within[box, 0], within[box, 1]):
                if at != me:
                    _take(_gap(mine, weights, points[at], points[at]), rows[at], far, found)


@compiled
def nearest_of_each(costs: FloatArray, first: int, near: IntArray, far: FloatArray) -> None:
    """Fills ``near`` (n, count) for the rows from ``first`` on, of which ``costs`` (r, n) tells.

    ``far`` (count,): room to work in.
    """
    for at in range(costs.shape[0]):
        me = first + at
        for place in range(far.size):
            far[place] = np.inf
        for row in range(costs.shape[1]):
            if row != me and costs[at, row] < far[-1]:
                _take(costs[at, row], row, far, near[me])


@compiled
def _gap(mine: FloatArray, weights: FloatArray, low: FloatArray, high: FloatArray) -> float:
    """The weighted squared distance of a point to a box; 0 within."""
    total = 0.0
    for side in range(mine.size):
        away = max(low[side] - mine[side], mine[side] - high[side], 0.0)
        total += weights[side] * (away * away)
    return total


@compiled
def _take(away: float, row: int, far: FloatArray, near: IntArray) -> None:
    """Sets ``row`` among the nearest, by distance and then by number."""
    at = far.size
    while at > 0 and (away < far[at - 1] or (away == far[at - 1] and row < near[at - 1])):
        at -= 1
    if at < far.size:
        for place in range(far.size - 1, at, -1):
            far[place] = far[place - 1]
            near[place] = near[place - 1]
        far[at] = away
        near[at] = row
