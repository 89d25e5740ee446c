"""Who may sit where, said of a few rows, is the same as said of all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from solver.grouping import Grouping
from solver.lowered import lower
from solver.lowered.shapes import Seats
from solver.places import Places
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Place

N, GROUPS = 7, 3


def seats_of(term: Place, task: Task) -> IntArray:
    """(n, K+1) what every row costs by its seat, as a search has it."""
    (part,) = lower(replace(task, terms=(term,))).parts
    assert isinstance(part, Seats)
    table = np.zeros((task.n, task.groups + 1), dtype=np.int64)
    placed = part.line_of >= 0
    table[placed] = part.lines[part.line_of[placed]]
    return table


@pytest.mark.parametrize("seed", range(20))
def test_said_of_a_few_rows_it_is_the_same(seed: int) -> None:
    draw = np.random.default_rng(seed)
    about = np.flatnonzero(draw.random(N) < 0.5)
    few = Place(name="p", about=about, allowed=draw.random((about.size, GROUPS + 1)) < 0.6, n=N)
    allowed = np.ones((N, GROUPS + 1), dtype=bool)
    allowed[about] = few.allowed
    every = Place(name="p", allowed=allowed)
    seats = Grouping(draw.integers(0, GROUPS + 1, N), GROUPS)
    task = Task(
        n=N,
        low=np.ones(GROUPS, dtype=np.int64),
        high=np.full(GROUPS, N, dtype=np.int64),
        terms=(few,),
        places=Places.at_most(N),
        lot=np.arange(N),
    )
    pieces = list(range(every.pieces))
    assert (few.rows, few.largest(N), few.pieces) == (N, N, len(pieces))
    for piece in pieces:
        assert few.people(piece).tolist() == every.people(piece).tolist()
    for one, other in ((few, every), (few.keep(pieces[1:]), every.keep(pieces[1:]))):
        assert one.charge(seats).breaches.tolist() == other.charge(seats).breaches.tolist()
        assert (seats_of(one, task) == seats_of(other, task)).all()
    alike = [
        [term.tells_apart(a) == term.tells_apart(b) for a in range(3) for b in range(3)]
        for term in (few, every)
    ]
    assert alike[0] == alike[1]
    assert replace(few, price=2).charge(seats).points.tolist() == (
        replace(every, price=2).charge(seats).points.tolist()
    )
