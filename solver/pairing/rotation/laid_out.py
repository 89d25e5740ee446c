"""A rotation task as compiled code reads it: what all copies of a search share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from solver.pairing.rotation.kernels.scale import SCALE
from solver.pairing.rotation.sessions import RotationTask
from solver.quantise import IntArray


@dataclass(frozen=True, eq=False)
class Layout:
    """Plain arrays; R sessions, n rows, T tables of at most W, V values in c columns.

    ``low``, ``high`` (R, T); ``free`` (R, n) and ``how_many`` (R,): rows that may move; ``roomy``
    (R,): 1 where sizes leave room; ``share`` (R, V): SCALE × the share of a value among those
    present; ``values`` (n, c): the value of a row, -1 where it is not known; ``first`` (R, n + 1)
    and ``others`` (R, m): with whom a row may not sit; ``met`` (n, n): met before.
    """

    low: IntArray
    high: IntArray
    free: IntArray
    how_many: IntArray
    roomy: IntArray
    share: IntArray
    values: IntArray
    first: IntArray
    others: IntArray
    met: IntArray
    width: int

    @classmethod
    def of(cls, task: RotationTask) -> Self:
        """Worked out once a search. A session with fewer tables has some that nobody may use."""
        tables = max(session.tables for session in task.sessions)
        low = np.zeros((len(task.sessions), tables), dtype=np.int64)
        high = np.zeros_like(low)
        for r, session in enumerate(task.sessions):
            low[r, : session.tables] = session.low
            high[r, : session.tables] = np.minimum(session.high, int(session.present.sum()))
        free, how_many = _free(task)
        values = _values(task)
        first, others = _others(task)
        met: IntArray = np.zeros((task.n, task.n), dtype=np.int64)
        for i, j in task.met_before():
            met[i, j] = met[j, i] = 1
        return cls(
            low,
            high,
            free,
            how_many,
            roomy=np.array([(low[r] < high[r]).any() for r in range(len(low))], dtype=np.int64),
            share=_share(task, values),
            values=values,
            first=first,
            others=others,
            met=met,
            width=int(high.max(initial=1)) + 1,
        )


def _free(task: RotationTask) -> tuple[IntArray, IntArray]:
    free = np.zeros((len(task.sessions), task.n), dtype=np.int64)
    how_many = np.zeros(len(task.sessions), dtype=np.int64)
    for r, session in enumerate(task.sessions):
        may = session.present.copy()
        may[[row for row, _ in session.hosts]] = False
        rows = np.flatnonzero(may)
        free[r, : rows.size] = rows
        how_many[r] = rows.size
    return free, how_many


def _values(task: RotationTask) -> IntArray:
    """Values of all columns numbered through, as they come up."""
    values: IntArray = np.full((task.n, len(task.codes)), -1, dtype=np.int64)
    number = 0
    for c, code in enumerate(task.codes):
        for value in np.unique(code[code >= 0]):
            values[code == value, c] = number
            number += 1
    return values


def _share(task: RotationTask, values: IntArray) -> IntArray:
    count = int(values.max(initial=-1)) + 1
    share = np.zeros((len(task.sessions), count), dtype=np.int64)
    for r, session in enumerate(task.sessions):
        there = max(int(session.present.sum()), 1)
        known = values[session.present]
        counts = np.bincount(known[known >= 0], minlength=count)
        share[r] = (2 * SCALE * counts + there) // (2 * there)
    return share


def _others(task: RotationTask) -> tuple[IntArray, IntArray]:
    """(R, n + 1) where the rows apart from a row begin, and (R, m) those rows."""
    lists: list[list[tuple[int, int]]] = [
        sorted({(a, b) for i, j in task.apart_in(r) for a, b in ((i, j), (j, i))})
        for r in range(len(task.sessions))
    ]
    first = np.zeros((len(lists), task.n + 1), dtype=np.int64)
    others = np.zeros((len(lists), max(map(len, lists), default=0)), dtype=np.int64)
    for r, pairs in enumerate(lists):
        counts = np.bincount(np.array([a for a, _ in pairs], dtype=np.int64), minlength=task.n)
        first[r, 1:] = np.cumsum(counts)
        others[r, : len(pairs)] = [b for _, b in pairs]
    return first, others
