"""What it costs to take somebody who is left out, against every division."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.every_tradeoff import judged
from solver.solution import Effort
from solver.solve import solve
from solver.terms import Place, Total
from solver.tradeoff import taking, tradeoff
from tests.solver.tradeoff.test_curve import line


@pytest.mark.parametrize("seed", [11, 27])
def test_as_every_division_says(seed: int) -> None:
    told = judged(seed)
    assert told["taken"] != 0
    assert told["taken_wrong"] == 0


def test_what_taking_costs_beside_the_chosen_point() -> None:
    """Of pairs of 0, 1, 2, 3 at 0, 1, 4, 9 the middle point is (1, 2): sum 3, 9 // 2 = 4 points.

    With 0 the sum stays 3 with 3 alone: 81 // 2 = 40, 36 more. With 3: (1, 3) stands 1 higher and
    costs 64 // 2 = 32, (2, 3) 2 higher and 25 // 2 = 12: 8 more.
    """
    task = line(n=4, size=2)
    chosen = tradeoff(task).points[1].solution
    with_0, with_3 = taking(task, chosen)
    assert (with_0.row, with_0.standing, with_0.fit, with_0.left) == (0, 0, 36, (1, 2))
    assert (with_3.row, with_3.standing, with_3.fit, with_3.left) == (3, 2, 8, (1,))
    assert with_0.proven
    assert with_3.proven


def test_only_those_asked_for_and_left_out() -> None:
    task = line(n=4, size=2)
    chosen = tradeoff(task).points[1].solution
    assert [one.row for one in taking(task, chosen, [3, 2])] == [3]


def test_among_many_it_goes_on_from_where_we_are() -> None:
    """Of 20 the closest are 0, 1, 2 (sum 3). With 3 the sum may stay: 1, 2, 3 cost least of all.

    At 1, 4, 9: 3 · (1 + 16 + 81) - 14² = 98, over 3: 32; at 0, 1, 4: 3 · 17 - 25 = 26, 8.
    """
    task = line()
    chosen = tradeoff(task, most=2, effort=Effort.QUICK).best_fit.solution
    (found,) = taking(task, chosen, [3])
    assert found.solution is not None
    assert (found.standing, found.fit, found.left, found.proven) == (3, 32 - 8, (0,), False)


def test_by_who_stands_highest_first_where_there_is_no_floor() -> None:
    """19, 18, 17 are placed; with row 0 the two highest stay."""
    task = line()
    (found,) = taking(task, solve(task, effort=Effort.QUICK), [0])
    assert found.left == (17,)
    assert found.standing == -17


def test_who_can_never_be_placed() -> None:
    """A must keeps row 0 out of every group."""
    allowed = np.array([[False, True]])
    task = line(Place(name="out", about=np.array([0]), allowed=allowed, n=20))
    chosen = tradeoff(task, most=2, effort=Effort.QUICK).best_fit.solution
    (found,) = taking(task, chosen, [0])
    assert found.solution is None
    assert found.proven


def test_without_standing_only_fit_is_told() -> None:
    task = replace(line(), standing=None)
    (found,) = taking(task, solve(task, effort=Effort.QUICK), [3])
    assert (found.standing, found.fit) == (0, 32 - 8)


def test_where_an_exchange_breaks_something_it_looks_further() -> None:
    """Row 3 weighs as much as may be in all, and so do 0, 1 and 2 together."""
    value = np.array([1, 1, 1, 3, *([0] * 16)])
    task = line(Total(name="m", value=value, low=0, high=3))
    chosen = tradeoff(task, most=2, effort=Effort.QUICK).best_fit.solution
    (found,) = taking(task, chosen, [3])
    assert found.solution is not None
    assert found.left == (0, 1, 2)
