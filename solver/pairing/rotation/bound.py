"""How often people must meet again, by counting alone: repeats, and m · (m − 1) / 2 of every pair.

Three arguments, each of which holds by itself; the largest counts.

*Everybody.* In each session at least so many pairs share a table as in its most even sizes; each
pair that may meet at all gives one meeting that is no repeat. Least of all they meet again where
these meetings are shared out evenly over the pairs.

*Each person.* Whoever is there meets at least the smallest table less one; the others they may meet
give one new meeting each, and so on. What is counted so is counted at both ends of a pair.

*Two sessions.* The rows of one table come from the tables of another session; where there are more
of them than tables there, some sat together before. Every session repeats at least that of the
worst of those before it. And m · (m − 1) / 2 is in how many pairs of sessions two rows share a
table both times: so these all add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Self

import numpy as np

from solver.pairing.rotation.sessions import RotationTask, Session
from solver.quantise import BoolArray, IntArray


def bound(task: RotationTask) -> int:
    """No rotation that meets the demands has fewer repeats (sum over pairs of meetings − 1)."""
    must = _Must.of(task)
    everybody = must.meetings - must.pairs
    persons = -(-int(np.maximum(must.each - must.others, 0).sum()) // 2)
    earlier = (max(worst, default=0) for worst in _between_sessions(task))
    return max(everybody, persons, sum(earlier), 0)


def least_again(task: RotationTask) -> int:
    """No rotation that meets the demands has a smaller sum over pairs of m · (m − 1) / 2."""
    must = _Must.of(task)
    persons = sum(_evenly(*ends) for ends in zip(must.each, must.others, strict=True))
    earlier = sum(map(sum, _between_sessions(task)))
    return max(_evenly(must.meetings, must.pairs), -(-persons // 2), earlier)


def fewest_meetings(task: RotationTask) -> int:
    """In no rotation that meets the demands every pair meets less often than this."""
    must = _Must.of(task)
    every = [(must.meetings, must.pairs), *zip(must.each, must.others, strict=True)]
    often = max(-(-int(meetings) // max(int(pairs), 1)) for meetings, pairs in every)
    return max(often, 2 if least_again(task) else 0)


def _evenly(meetings: int, pairs: int) -> int:
    """The sum over so many pairs of m · (m − 1) / 2, at least: all of them meet as often."""
    each, more = divmod(int(meetings), max(int(pairs), 1))
    return int(pairs) * (each * (each - 1) // 2) + more * each


@dataclass(frozen=True, eq=False)
class _Must:
    """``meetings`` of ``pairs`` that may meet, in all; ``each`` (n,) has some with ``others``."""

    meetings: int
    pairs: int
    each: IntArray
    others: IntArray

    @classmethod
    def of(cls, task: RotationTask) -> Self:
        """At least so many meetings, and at most so many pairs for them."""
        may = may_meet(task)
        before = np.zeros(task.n, dtype=np.int64)
        for i, j in task.met_before():
            before[[i, j]] += 1
            may[i, j] = may[j, i] = True
        each = before + sum(
            np.where(session.present, _company(session), 0) for session in task.sessions
        )
        meetings = int(before.sum()) // 2 + sum(map(fewest_pairs, task.sessions))
        return cls(meetings, int(may.sum()) // 2, each, may.sum(axis=1))


def may_meet(task: RotationTask) -> BoolArray:
    """(n, n) whether two rows may share a table in some session."""
    may: BoolArray = np.zeros((task.n, task.n), dtype=np.bool_)
    for number, session in enumerate(task.sessions):
        here = session.present[:, None] & session.present[None, :]
        host: IntArray = np.full(task.n, -1, dtype=np.int64)
        for row, table in session.hosts:
            host[row] = table
        both = (host[:, None] >= 0) & (host[None, :] >= 0)
        here &= ~both | (host[:, None] == host[None, :])
        for i, j in task.apart_in(number):
            here[i, j] = here[j, i] = False
        may |= here
    np.fill_diagonal(may, val=False)
    return may


def _company(session: Session) -> IntArray:
    """(n,) how many others each meets at least: at the smallest table, or at their own."""
    # as many as there are when all other tables are full
    others = int(session.high.sum()) - session.high
    fewest = np.maximum(session.low, int(session.present.sum()) - others)
    least: IntArray = np.full(session.present.size, int(fewest.min()), dtype=np.int64)
    for row, table in session.hosts:
        least[row] = fewest[table]
    return np.maximum(least - 1, 0)


def most_even(session: Session) -> IntArray:
    """(T,) sizes of which fewest pairs share a table: one more where that adds least, in turn."""
    sizes: IntArray = session.low.copy()
    left = int(session.present.sum()) - int(sizes.sum())
    while left > 0:
        open_ = np.flatnonzero(sizes < session.high)
        least = sizes[open_].min()
        lowest = open_[sizes[open_] == least][:left]
        sizes[lowest] += 1
        left -= lowest.size
    return sizes


def fewest_pairs(session: Session) -> int:
    """Pairs that share a table at the most even sizes."""
    sizes = most_even(session)
    return int((sizes * (sizes - 1)).sum()) // 2


def _between_sessions(task: RotationTask) -> Iterator[list[int]]:
    """For each session: how many pairs share a table there and in each session before, at least."""

    @cache
    def shared(there: int, tables: int, others: int) -> int:
        """Fewest pairs of ``there`` rows that share a table both times: no cell above another."""
        each, more = divmod(there, tables * others)
        return (tables * others * each * (each - 1)) // 2 + more * each

    for number, session in enumerate(task.sessions):
        both = [(session.present & earlier.present).sum() for earlier in task.sessions[:number]]
        yield [
            shared(int(there), session.tables, earlier.tables)
            for there, earlier in zip(both, task.sessions, strict=False)
        ]


def least_unevenness(task: RotationTask) -> Fraction:
    """No seats are more even: every value at every table as near as whole numbers can be.

    0 for a session whose sizes are not fixed.
    """
    least = Fraction(0)
    for session in task.sessions:
        there = int(session.present.sum())
        if int(session.low.sum()) != there and int(session.high.sum()) != there:
            continue
        sizes = session.low if int(session.low.sum()) == there else session.high
        for code in task.codes:
            known = code[session.present & (code >= 0)]
            for with_it in np.unique(known, return_counts=True)[1]:
                least += _nearest(sizes, int(with_it), there)
    return least


def _nearest(sizes: IntArray, with_it: int, there: int) -> Fraction:
    """Least sum of (count − with_it · size / there)², counts whole and ``with_it`` in all."""
    counts, rests = np.divmod(with_it * sizes, there)
    # one more where the rest is largest; all of them are below one, so nobody gets two
    counts[np.argsort(-rests, kind="stable")[: with_it - int(counts.sum())]] += 1
    off = counts * there - with_it * sizes
    return Fraction(int((off * off).sum()), there * there)
