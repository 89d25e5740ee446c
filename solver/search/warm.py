"""Compiles the kernels beforehand: ``python -m solver.search.warm``."""

from __future__ import annotations

from threading import Event

import numpy as np

from solver.grouping import Grouping
from solver.places import Places
from solver.search.divisions import best_partition
from solver.search.kernels.compiled import is_warm
from solver.search.kernels.every_swap import LEVELS_OF_ONE, exchanges
from solver.search.kernels.near import nearest
from solver.search.kernels.samples import sample_near
from solver.search.local import search
from solver.search.one_copy import Start
from solver.search.part_by_part import uphill_of
from solver.search.schedule import Work
from solver.search.splitmix import seed_of
from solver.search.state import State
from solver.search.stopwatch import Clock
from solver.task import Task
from solver.terms import Likeness


def warm() -> None:
    """Runs a tiny search, which compiles whatever is not in the cache."""
    ones = np.ones(2, dtype=np.int64)
    alike = Likeness(name="", features=np.arange(4).reshape(-1, 1), price=1)
    task = Task(
        n=4, low=ones, high=3 * ones, terms=(alike,), places=Places.everyone(4), lot=np.arange(4)
    )
    search(task, seed=0, work=Work(1, 100), clock=Clock(Event(), None), workers=1)
    best_partition(task)
    nearest(np.zeros((2, 1)), np.ones(1), 1)
    uphill_of(Start(task, 0, 0))
    state = State(task)
    state.load(Grouping(np.array([0, 0, 1, 1]), 2))
    every, none = np.zeros((8, LEVELS_OF_ONE + 2), dtype=np.int64), ones[:0]
    worst = np.zeros(LEVELS_OF_ONE, dtype=np.int64)
    exchanges(state.memory, state.pairs, state.is_breach, none, 0, worst, every, 0)
    near = np.zeros((4, 1), dtype=np.int64)
    sample_near(state.memory, state.pairs, near, state.price, seed_of(0), ones.copy())


__all__ = ["is_warm", "warm"]

if __name__ == "__main__":
    warm()
