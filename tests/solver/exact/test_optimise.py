"""The best composition by CP-SAT: what it takes."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.brute_force import with_levels
from benchmarks.random_rounds import made
from solver.exact.optimise import optimise
from solver.places import Places
from solver.repair import Before
from solver.solution import Status

WIDE = 228
"""A random round with wide wishes per member, which count in a level of likeness."""
MORE = 1 << 30
"""Bytes that a proof of seven people may take beside what the process has."""


@contextmanager
def memory(more: int) -> Iterator[None]:
    """So many bytes more than the process has now, and no more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process can be held to it")
def test_wide_wishes_and_a_limit_of_moves_take_no_gigabytes() -> None:
    """A presolve took 15 of them, whatever the limit of its time."""
    task = made(WIDE, 6, 9).task()
    assert task is not None
    task = with_levels(task, WIDE)
    seats = np.array([2, 2, 0, 1, 1, 3, 0])
    nobody = np.zeros(task.n, dtype=np.bool_)
    before = Before(seats=seats, fixed=nobody, rather_not=nobody)
    few = (*task.terms, *before.at_most(0, 0, task.groups))
    with memory(MORE):
        found = optimise(
            replace(task, terms=few, places=Places(6, task.n)), seed=WIDE, deterministic_limit=20.0
        ).solution
    assert found is not None
    assert found.status is Status.OPTIMAL
    assert before.moved(found.grouping).size == 0
