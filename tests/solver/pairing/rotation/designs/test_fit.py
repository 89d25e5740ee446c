"""A design where people are fewer than places, absent, hosts or apart."""

from __future__ import annotations

import numpy as np
import pytest

from solver.pairing.rotation import RotationTask, rotate
from solver.pairing.rotation.designs.fit import fitted
from solver.pairing.rotation.rotation_score import score
from solver.solution import Effort
from tests.solver.pairing.rotation.tasks import even, session, task


def fits(asked: RotationTask, name: str, rounds: int) -> None:
    found = fitted(asked, seed=1)
    assert found is not None
    assert (found.name, len(found.seats)) == (name, rounds)
    if rounds == len(asked.sessions):
        assert score(asked, found.seats).repeats == 0
        assert rotate(asked, effort=Effort.QUICK).repeats == 0


@pytest.mark.parametrize(
    ("n", "tables", "rounds", "name"),
    [
        (25, 5, 6, "affine plane of order 5"),
        (23, 5, 5, "affine plane of order 5"),
        (27, 7, 9, "resolvable design of 28"),
        (21, 7, 10, "Kirkman system of 21"),
        (40, 8, 4, "transversal of order 8"),
    ],
)
def test_fewer_people_and_fewer_sessions(n: int, tables: int, rounds: int, name: str) -> None:
    fits(even(n, tables, rounds), name, rounds)


def test_more_sessions_than_a_design_has() -> None:
    """As many as it has come first; a search seats the others."""
    fits(even(9, 3, 6), "affine plane of order 3", 4)


def test_absent_apart_and_hosts() -> None:
    first = session([3] * 4, [4] * 4, 16, absent={0, 4}, hosts=((2, 3), (3, 0)))
    second = session([3] * 4, [4] * 4, 16, apart=[(4, 5)], hosts=((2, 3), (3, 0)))
    asked = task(16, first, second, apart=[(6, 7)], codes=[np.arange(16) % 4])
    fits(asked, "affine plane of order 4", 2)


def test_sizes_that_no_design_has() -> None:
    """A table that always takes one: of a plane, two places are at one table only once."""
    one = session([1, 3, 3], [1, 3, 3], 7)
    assert fitted(task(7, one, one, one, one), seed=1) is None


def test_sessions_with_other_tables() -> None:
    asked = task(8, session([4, 4], [4, 4], 8), session([2] * 4, [2] * 4, 8))
    assert fitted(asked, seed=1) is None
