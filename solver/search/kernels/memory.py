"""The memory of a search: one array of integers, so that a compiled call passes one pointer.

It opens with a header and the seats; then comes one block per term. A kernel gets the memory ``m``
and the offset ``o`` of its block; the first words of every block are the same (KIND … BODY).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled, constant
from solver.search.kernels.kinds import CHOICE
from solver.task import Task

N, K, LARGEST, GROUP, SIZE, MEMBER, SLOT = range(7)
"""Header: rows, groups, most members; then the offsets of the seats' four arrays.

``GROUP`` (n,): where each row sits; ``SIZE`` (K+1,); ``MEMBER`` (K, largest): the rows in a group;
``SLOT`` (n,): which of them a row is.
"""
MAY_CLOSE, PLACES_LOW, PLACES_HIGH, WISHED, OPEN, LOW, LOT = range(7, 14)
"""The task's own: flags, bounds, open groups now; offsets of ``low`` (K,) and ``lot`` (n,).

Of the upper bounds LARGEST is the highest, by which the seats are laid out; HIGH has each group's.
"""
FAIR, OWN, TOPS = range(14, 17)
"""Whether the worst group counts; offset of the points each group, and nobody, has of its own
(K+1,); offset of
the open groups that have most of them, three at most, else -1 (3,)."""
HIGH = 17
"""Offset of the upper bounds of the groups (K,)."""
MAY_LEAVE = 18
"""Whether a row that has a place may go outside on its own."""
STANDS, STANDING_NOW, STAND, FLOOR, STAND_SUM = range(19, 24)
"""How many numbers the level of standing has (0: none), and the offset of them (S,); the offset of
what each row counts in it (n,); whether a floor is set, and the sum of those who are placed."""
FLOOR_AT = 24
"""The floor, where one is set."""
ALIKE, BOUND, ALIKE_SUM = range(25, 28)
"""Whether wishes of likeness are a level of their own, what they may cost and do cost now."""
WISHES, OF_ALL, LIKE, MUSTS, END = (constant(at) for at in range(28, 33))
"""Where the offsets of the blocks begin: of wishes that groups have of their own, of wishes about
all groups, of wishes of likeness up to a level, and of demands; and where they end."""
NOBODY = constant(-1)
"""Stands for a row where nobody comes or goes."""
CHOICES = 33
"""Where, of those of demands, the offsets of the blocks of Choice begin: they come last."""
HEADER = 34

KIND, AMOUNT, WEIGHT, BODY = range(4)
"""In a block: the kind of kernel, the amount it adds to, what a unit counts for; its own words."""


def header(task: Task, segments: Sequence[Sequence[IntArray]], *, may_leave: bool) -> IntArray:
    """The memory with everybody outside and the blocks behind it.

    ``segments``: blocks of wishes, of all, of likeness and of demands, those of Choice last.
    """
    n, groups, largest = task.n, task.groups, int(task.high.max())
    blocks = [block for segment in segments for block in segment]
    start = HEADER + len(blocks)
    parts = [
        np.full(n, groups),
        np.append(np.zeros(groups), n),
        np.full(groups * largest, -1),
        np.full(n, -1),
        task.low,
        task.last,
        np.zeros(groups + 1),
        np.full(3, -1),
        task.high,
        *standing_words(task),
    ]
    at = [start + sum(p.size for p in parts[:i]) for i in range(len(parts))]
    m = np.zeros(start, dtype=np.int64)
    m[[N, K, LARGEST]] = n, groups, largest
    m[[GROUP, SIZE, MEMBER, SLOT, LOW, LOT, OWN, TOPS, HIGH, STAND, STANDING_NOW]] = at
    m[STANDS], m[FLOOR] = parts[-1].size, int(task.floor is not None)
    m[FLOOR_AT] = task.floor or 0
    if task.alike is not None:
        m[[ALIKE, BOUND]] = 1, task.alike.bound
    m[[FAIR, MAY_LEAVE]] = int(task.fair), int(may_leave)
    m[[PLACES_LOW, PLACES_HIGH]] = task.places.low, task.places.high
    m[[MAY_CLOSE, WISHED]] = int(task.may_close), task.wished_groups
    m[WISHES : END + 1] = HEADER + np.cumsum([0, *(len(segment) for segment in segments)])
    m[CHOICES] = m[END] - sum(int(block[KIND] == CHOICE) for block in segments[-1])
    filled = start + sum(p.size for p in parts)
    for i, block in enumerate(blocks):
        m[HEADER + i] = filled
        filled += block.size
    # each by itself: one of floating point among them would round all that is large
    return np.concatenate([np.asarray(part, dtype=np.int64) for part in (m, *parts, *blocks)])


def standing_words(task: Task) -> tuple[IntArray, IntArray]:
    """(n,) what each row counts, and (S,) the level of standing, while everybody is outside.

    With a floor the standings themselves, and how far nothing is below the floor; else the class
    of each row, 0 for the lowest standing, and minus how many of each class are placed.
    """
    if task.standing is None:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    if task.floor is not None:
        return task.standing, np.array([max(task.floor, 0)], dtype=np.int64)
    values, classes = np.unique(task.standing, return_inverse=True)
    return classes.astype(np.int64), np.zeros(values.size, dtype=np.int64)


def block(
    kind: int, amount: int, weight: int, sizes: list[int], arrays: Sequence[ArrayLike]
) -> IntArray:
    """A block: its common words, ``sizes`` and, behind them, the offset of each array."""
    head = BODY + len(sizes) + len(arrays)
    flat = [np.asarray(a, dtype=np.int64).ravel() for a in arrays]
    offsets = [head + sum(a.size for a in flat[:i]) for i in range(len(flat))]
    return np.concatenate(
        [np.array([kind, amount, weight, *sizes, *offsets], dtype=np.int64), *flat]
    )


@compiled
def group_of(m: IntArray, row: int) -> int:
    """Where a row sits; K is outside."""
    return m[m[GROUP] + row]


@compiled
def size_of(m: IntArray, group: int) -> int:
    """Members of a group, or rows outside."""
    return m[m[SIZE] + group]


@compiled
def member_of(m: IntArray, group: int, slot: int) -> int:
    """The row in a slot of a group."""
    return m[m[MEMBER] + group * m[LARGEST] + slot]


@compiled
def move_seats(m: IntArray, i: int, a: int, j: int, b: int) -> None:
    """Row ``i`` goes from ``a`` to ``b``, and ``j`` (or nobody: -1) from ``b`` to ``a``."""
    slot_i = m[m[SLOT] + i]
    if j >= 0:
        slot_j = m[m[SLOT] + j]
        _sit(m, j, a, slot_i)
        _sit(m, i, b, slot_j)
        return
    m[m[SIZE] + a] -= 1
    if a < m[K]:
        first = m[MEMBER] + a * m[LARGEST]
        last = m[first + m[m[SIZE] + a]]
        m[first + slot_i] = last
        m[m[SLOT] + last] = slot_i
    _sit(m, i, b, m[m[SIZE] + b])
    m[m[SIZE] + b] += 1


@compiled
def _sit(m: IntArray, row: int, group: int, slot: int) -> None:
    m[m[GROUP] + row] = group
    m[m[SLOT] + row] = slot
    if group < m[K]:
        m[m[MEMBER] + group * m[LARGEST] + slot] = row
