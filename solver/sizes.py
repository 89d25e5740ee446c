"""How many rows sizes and places can seat, and how large the groups are when they do so evenly."""

from __future__ import annotations

import numpy as np

from solver.quantise import BoolArray, IntArray
from solver.task import Task

MOST_STATES = 20_000_000
"""Groups × groups × rows up to which the groups to open are chosen exactly."""


def most_placed(task: Task) -> int:
    """The most rows that can be seated within places and bounds, whatever the terms say.

    Where groups may stay closed these are not all of min(places, sum of upper bounds): of 12 rows
    two groups of exactly 5 seat 10.
    """
    cap = min(task.n, task.places.high)
    opened = groups_to_open(task, cap)
    if task.low[opened].sum() > cap:
        return 0 if task.may_close else cap
    return min(cap, int(task.high[opened].sum()))


def even_seats(task: Task) -> IntArray:
    """(n,) seats with even sizes within the bounds, as many placed as may be, in order."""
    placed = min(task.n, task.places.high, int(task.high.sum()))
    sizes = even_sizes(task, placed)
    seats = np.full(task.n, task.groups, dtype=np.int64)
    seats[: sizes.sum()] = np.repeat(np.arange(task.groups), sizes)
    return seats


def even_sizes(task: Task, placed: int) -> IntArray:
    """(K,) sizes as even as the bounds allow, summing to ``placed`` where that is possible."""
    opened = groups_to_open(task, placed)
    high = np.where(opened, task.high, 0)
    sizes = np.where(opened, task.low, 0).astype(np.int64)
    if np.count_nonzero(opened) == 1:
        sizes = np.minimum(sizes, placed)
    level = _level(sizes, high, placed)
    filled: IntArray = np.clip(level, sizes, np.maximum(high, sizes))
    # whoever is left goes one by one to the smallest groups, the first of them first
    room = np.flatnonzero((filled == level) & (filled < high))
    filled[room[: max(placed - int(filled.sum()), 0)]] += 1
    return filled


def _level(low: IntArray, high: IntArray, placed: int) -> int:
    """The highest size to which all groups can be filled within their bounds by ``placed`` rows."""
    least, most = 0, int(high.max(initial=0))
    while least < most:
        level = (least + most + 1) // 2
        if np.clip(level, low, np.maximum(high, low)).sum() <= placed:
            least = level
        else:
            most = level - 1
    return least


def groups_to_open(task: Task, placed: int) -> BoolArray:
    """(K,) the groups among which ``placed`` rows are divided: all, unless some may stay closed.

    Then those that seat most, then the number nearest to the wished one, the first of what is
    alike; one at least.
    """
    opened = np.ones(task.groups, dtype=np.bool_)
    if not task.may_close or (task.low.sum() <= placed and task.wished_groups >= task.groups):
        return opened
    if (task.low == task.low[0]).all() and (task.high == task.high[0]).all():
        opened[_best_count(task, placed) :] = False
    elif task.groups**2 * placed <= MOST_STATES:
        opened = _filled_best(task, placed)
    else:
        for group in np.argsort(-task.low, kind="stable"):
            if task.low[opened].sum() > placed and opened.sum() > 1:
                opened[group] = False
    return opened


def _best_count(task: Task, placed: int) -> int:
    """How many of equal groups seat most, nearest to the number wished."""
    low, high = int(task.low[0]), int(task.high[0])
    counts = range(1, max(min(placed // low, task.groups), 1) + 1)
    return max(counts, key=lambda c: (min(c * high, placed), -abs(c - task.wished_groups)))


def _filled_best(task: Task, placed: int) -> BoolArray:
    """A knapsack: the largest sum of upper bounds by number of groups and sum of lower bounds."""
    groups = task.groups
    most = np.full((groups + 1, placed + 1), -1, dtype=np.int64)
    most[0, 0] = 0
    taken = np.zeros((groups, groups + 1, placed + 1), dtype=np.bool_)
    for group in range(groups - 1, -1, -1):
        low, high = int(task.low[group]), int(task.high[group])
        if low <= placed:
            before = most[:-1, : placed + 1 - low]
            with_it = np.where(before >= 0, before + high, -1)
            taken[group, 1:, low:] = (with_it >= most[1:, low:]) & (with_it >= 0)
            most[1:, low:] = np.maximum(most[1:, low:], with_it)
    seated = np.where(most >= 0, np.minimum(most, placed), -1)
    counts = np.broadcast_to(np.arange(groups + 1).reshape(-1, 1), most.shape)
    order = np.lexsort((abs(counts - task.wished_groups).ravel(), -seated.ravel()))
    count, filled = (int(at) for at in np.unravel_index(order[0], most.shape))
    opened = np.zeros(groups, dtype=np.bool_)
    if count == 0:
        opened[np.argmin(task.low)] = True
    for group in range(groups):
        if taken[group, count, filled]:
            opened[group] = True
            count, filled = count - 1, filled - int(task.low[group])
    return opened
