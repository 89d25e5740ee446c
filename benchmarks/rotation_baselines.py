"""Simple ways to seat people over sessions, to set a rotation beside.

*random*: any order. *greedy*: session by session, each person in turn at the table where they meet
fewest again. *groupselect*: the default method of that tool (Sortition Foundation, MIT), written
anew after its description, since the package is on no registry: a session is filled person by
person, those alike one after the other, at the table with fewest of their value (first field
first); of a hundred such sessions at random, sets are drawn, and the one with most pairs kept.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from solver.pairing.rotation import RotationTask
from solver.pairing.rotation.bound import most_even
from solver.quantise import IntArray

ATTEMPTS = 100


def at_random(task: RotationTask, seed: int) -> IntArray:
    """(R, n) whoever is there in any order."""
    draw = np.random.default_rng(seed)
    seats = np.full((len(task.sessions), task.n), -1, dtype=np.int64)
    for r, session in enumerate(task.sessions):
        there = draw.permutation(np.flatnonzero(session.present))
        seats[r, there] = np.repeat(np.arange(session.tables), most_even(session))
    return seats


def greedily(task: RotationTask, seed: int) -> IntArray:
    """(R, n) each person where fewest sit whom they have met."""
    draw = np.random.default_rng(seed)
    met = np.zeros((task.n, task.n), dtype=np.int64)
    seats = np.full((len(task.sessions), task.n), -1, dtype=np.int64)
    for r, session in enumerate(task.sessions):
        room = most_even(session)
        for row in draw.permutation(np.flatnonzero(session.present)):
            again = [
                (int(met[row, seats[r] == table].sum()), -int(room[table]), table)
                for table in range(session.tables)
                if room[table] > 0
            ]
            seats[r, row] = min(again)[2]
            room[seats[r, row]] -= 1
        there = seats[r] >= 0
        met += (seats[r][:, None] == seats[r][None, :]) & there[:, None]
    return seats


def as_groupselect(task: RotationTask, seed: int) -> IntArray:
    """(R, n) seats by the default method of groupselect; everybody is there, tables are alike."""
    draw = np.random.default_rng(seed)
    rounds = len(task.sessions)
    made = np.array([[_filled(task, draw) for _ in range(rounds)] for _ in range(ATTEMPTS)])
    drawn = draw.choice(ATTEMPTS, (ATTEMPTS, rounds))
    sets = (made[choice, np.arange(rounds)] for choice in drawn)
    return max(sets, key=_pairs)


def _filled(task: RotationTask, draw: np.random.Generator) -> IntArray:
    tables, most = task.sessions[0].tables, int(task.sessions[0].high.max())
    order = draw.permutation(task.n)
    # values in the order in which it numbers them anew
    ranks = np.array([np.argsort(np.bincount(code))[code] for code in task.codes])
    order = order[np.lexsort(ranks[::-1, order])]
    seats = np.full(task.n, -1, dtype=np.int64)
    sizes = np.zeros(tables, dtype=np.int64)
    for row in order:
        open_ = np.flatnonzero(sizes < most)
        for code in task.codes:
            alike = np.bincount(seats[(seats >= 0) & (code == code[row])], minlength=tables)
            open_ = open_[alike[open_] == alike[open_].min()]
        seats[row] = open_[np.argmin(sizes[open_])]
        sizes[seats[row]] += 1
    return seats


def _pairs(seats: IntArray) -> int:
    met = {
        pair
        for row in seats
        for table in np.unique(row)
        for pair in combinations(np.flatnonzero(row == table).tolist(), 2)
    }
    return len(met)
