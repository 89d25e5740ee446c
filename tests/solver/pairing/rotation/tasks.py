"""Small rotations to test with, and every way to seat them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from solver.pairing.rotation import RotationScore, RotationTask, Session
from solver.pairing.rotation.rotation_score import score
from solver.quantise import IntArray

NOBODY: IntArray = np.zeros((0, 2), dtype=np.int64)


def pairs(*asked: tuple[int, int]) -> IntArray:
    return np.array(asked, dtype=np.int64).reshape(-1, 2)


def session(low: list[int], high: list[int], n: int, **also: Any) -> Session:
    absent, apart = also.pop("absent", ()), pairs(*also.pop("apart", ()))
    present = np.array([row not in absent for row in range(n)])
    return Session(low=np.array(low), high=np.array(high), present=present, apart=apart, **also)


def task(n: int, *sessions: Session, **also: Any) -> RotationTask:
    codes = np.array(also.get("codes", np.zeros((0, n))), dtype=np.int64)
    apart, met = pairs(*also.get("apart", ())), pairs(*also.get("met", ()))
    return RotationTask(n=n, sessions=sessions, apart=apart, codes=codes, met=met)


def even(n: int, tables: int, rounds: int, **also: Any) -> RotationTask:
    one = session([n // tables] * tables, [-(-n // tables)] * tables, n)
    return task(n, *[one] * rounds, **also)


def all_seats(asked: RotationTask, number: int) -> Iterator[IntArray]:
    """Every way to seat a session that breaks nothing, by the definitions."""
    one = asked.sessions[number]
    there = np.flatnonzero(one.present)
    apart = [*map(tuple, asked.apart), *map(tuple, one.apart)]
    for tables in product(range(one.tables), repeat=there.size):
        seats = np.full(asked.n, -1, dtype=np.int64)
        seats[there] = tables
        sizes = np.bincount(there * 0 + seats[there], minlength=one.tables)
        fits = (one.low <= sizes).all() and (sizes <= one.high).all()
        hosts = all(seats[row] == table for row, table in one.hosts)
        if fits and hosts and not any(seats[i] == seats[j] >= 0 for i, j in apart):
            yield seats


def every_score(asked: RotationTask) -> list[RotationScore]:
    """Of all ways to seat it; none where a session cannot be seated."""
    ways = [list(all_seats(asked, number)) for number in range(len(asked.sessions))]
    return [score(asked, np.stack(seats)) for seats in product(*ways)]


def least(asked: RotationTask) -> RotationScore | None:
    """The best score of all; None where a session cannot be seated."""
    return min(every_score(asked), default=None)


@st.composite
def tiny(draw: st.DrawFn) -> RotationTask:
    """Up to five rows, two tables and three sessions, and anything asked of them."""
    n = draw(st.integers(2, 5))
    every_pair = list(combinations(range(n), 2))

    def some(most: int) -> list[tuple[int, int]]:
        return draw(st.lists(st.sampled_from(every_pair), max_size=most, unique=True))

    def one() -> Session:
        absent = draw(st.sets(st.integers(0, n - 1), max_size=1))
        low = draw(st.lists(st.integers(0, 2), min_size=2, max_size=2))
        high = [least + draw(st.integers(0, 3)) for least in low]
        hosts = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, 1)), max_size=1))
        hosts = [(row, table) for row, table in hosts if row not in absent]
        return session(low, high, n, absent=absent, apart=some(1), hosts=tuple(hosts))

    sessions = [one() for _ in range(draw(st.integers(1, 3)))]
    code = draw(st.lists(st.integers(-1, 1), min_size=n, max_size=n))
    return task(n, *sessions, apart=some(1), met=some(2), codes=[code])
