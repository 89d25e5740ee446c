"""Who reads what: counts hold, pairs meet as evenly as published designs, and a lack is proven."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.errors import InvalidTaskError
from solver.pairing.reading import Reading, ReadingTask, read_evenly
from solver.pairing.reading.hangs_together import is_joined, join
from solver.pairing.reading.meetings_bound import least_squares, meetings_of, squares
from solver.pairing.reading.reading_short import Short, short_of
from solver.pairing.reading.shared_out import shared_out
from solver.quantise import BoolArray

# Balanced incomplete block designs: v judges, b dossiers, k readers, every two judges meet λ times.
# R. A. Fisher, F. Yates, Statistical Tables (1938); all of these exist.
DESIGNS = [
    (7, 7, 3, 1),
    (9, 12, 3, 1),
    (13, 13, 4, 1),
    (6, 10, 3, 2),
    (10, 15, 4, 2),
    (11, 11, 5, 2),
    (16, 20, 4, 1),
    (15, 35, 3, 1),
    (21, 21, 5, 1),
]


def everything(d: int, m: int) -> BoolArray:
    return np.ones((d, m), dtype=np.bool_)


def read(allowed: BoolArray, readers: int, most: int | None = None, seed: int = 0) -> Reading:
    found = read_evenly(ReadingTask(allowed, readers, most or len(allowed)), seed)
    assert isinstance(found, Reading)
    return found


@pytest.mark.parametrize(("judges", "dossiers", "readers", "meet"), DESIGNS)
def test_a_published_design_is_found(judges: int, dossiers: int, readers: int, meet: int) -> None:
    found = read(everything(dossiers, judges), readers)
    meets = meetings_of(found.reads)[np.triu_indices(judges, 1)]
    assert set(meets) == {meet}
    assert found.squares == found.bound == meet * meet * judges * (judges - 1) // 2


@st.composite
def tasks(draw: st.DrawFn) -> ReadingTask:
    d, m = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    cells = draw(st.lists(st.integers(0, 4), min_size=d * m, max_size=d * m))
    allowed = np.array(cells).reshape(d, m) > 0
    readers = draw(st.integers(1, m))
    return ReadingTask(allowed, readers, draw(st.integers(1, d)), draw(st.booleans()))


@settings(max_examples=150, deadline=None)
@given(tasks())
def test_what_is_asked_holds_or_a_lack_is_proven(task: ReadingTask) -> None:
    found = read_evenly(task)
    if isinstance(found, Short):
        rows, full = list(found.what), list(found.full)
        others = np.delete(task.allowed[rows], full, axis=1)
        assert found.can == len(full) * task.most + int(others.sum())
        assert found.needed == task.least * len(rows) > found.can
        return
    reads = found.reads
    assert not (reads & ~task.allowed).any()
    assert set(reads.sum(axis=1)) <= {task.least, task.readers}
    assert reads.sum(axis=0).max() <= task.most
    assert found.squares == squares(meetings_of(reads)) >= found.bound


def every_reading(allowed: BoolArray, readers: int) -> list[BoolArray]:
    d, m = allowed.shape
    panels = list(combinations(range(m), readers))
    found = []
    for chosen in product(panels, repeat=d):
        reads = np.zeros((d, m), dtype=np.bool_)
        for row, panel in enumerate(chosen):
            reads[row, list(panel)] = True
        if not (reads & ~allowed).any():
            found.append(reads)
    return found


@pytest.mark.parametrize(
    "shut", [(), ((0, 0),), ((0, 0), (1, 0), (2, 0)), ((0, 0), (0, 1), (1, 2))]
)
@pytest.mark.parametrize("readers", [1, 2])
def test_loads_and_meetings_are_the_best_of_all(
    shut: tuple[tuple[int, int], ...], readers: int
) -> None:
    allowed = everything(4, 4)
    for row, column in shut:
        allowed[row, column] = False
    every = every_reading(allowed, readers)
    found = read(allowed, readers)
    loads = [int((one.sum(axis=0) ** 2).sum()) for one in every]
    assert (found.reads.sum(axis=0) ** 2).sum() == min(loads)
    same = [
        squares(meetings_of(one))
        for one in every
        if (one.sum(axis=0) == found.reads.sum(axis=0)).all() and (readers == 1 or is_joined(one))
    ]
    assert found.bound <= min(same) == found.squares


def test_the_bound_is_below_every_reading() -> None:
    for reads in every_reading(everything(3, 4), 2):
        assert least_squares(reads) <= squares(meetings_of(reads))


def test_one_less_only_where_it_must() -> None:
    allowed = everything(6, 5)
    allowed[2, :3] = False  # two may read it
    assert isinstance(read_evenly(ReadingTask(allowed, 3, 6)), Short)
    found = read_evenly(ReadingTask(allowed, 3, 6, one_less=True))
    assert isinstance(found, Reading)
    assert found.reads.sum(axis=1).tolist() == [3, 3, 2, 3, 3, 3]


def test_who_is_shut_out_is_named_alone_and_a_lack_of_time_names_who_has_none() -> None:
    allowed = everything(4, 3)
    allowed[1, :2] = False
    task = ReadingTask(allowed, 2, 4)
    assert short_of(task, shared_out(task)) == Short((1,), (), 2, 1)
    allowed = everything(4, 3)
    allowed[:3, 2] = False  # three that only two may read, who have time for two each
    task = ReadingTask(allowed, 2, 2)
    # two who have time for two each, and the third may read the last one only
    assert short_of(task, shared_out(task)) == Short((0, 1, 2, 3), (0, 1), 8, 2 * 2 + 1)


def test_two_rings_become_one() -> None:
    ring = np.zeros((8, 8), dtype=np.bool_)
    for start in (0, 4):
        for i in range(4):
            ring[start + i, [start + i, start + (i + 1) % 4]] = True
    assert not is_joined(ring)
    joined = join(ring, everything(8, 8))
    assert is_joined(joined)
    assert (joined.sum(axis=0) == 2).all()
    assert (joined.sum(axis=1) == 2).all()


def test_the_same_seed_gives_the_same_and_another_may_not() -> None:
    one, two, other = (read(everything(24, 10), 5, seed=seed).reads for seed in (1, 1, 2))
    assert (one == two).all()
    assert (one != other).any()


@pytest.mark.parametrize(("readers", "most"), [(0, 1), (4, 1), (1, 0)])
def test_numbers_that_cannot_be(readers: int, most: int) -> None:
    with pytest.raises(InvalidTaskError):
        ReadingTask(everything(2, 3), readers, most)
