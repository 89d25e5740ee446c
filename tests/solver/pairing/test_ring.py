from __future__ import annotations

import numpy as np
import pytest

from solver.pairing.asked_links import MOST_COST, Asked
from solver.pairing.ring import ring
from solver.pairing.unpairable import UnpairableError
from tests.solver.pairing.made import forbid, mutual


def directed(costs: list[list[int]], pinned: tuple[tuple[int, int], ...] = ()) -> Asked:
    table = np.array(costs, dtype=np.int64)
    return Asked(costs=table, allowed=np.ones(table.shape, dtype=np.bool_), pinned=pinned)


def test_it_is_one_ring_not_two_cheap_ones() -> None:
    # 0-1 and 2-3 both ways cost 4 × 1, but are two rings; one ring passes between them twice
    found = ring(mutual(4, {(0, 1): 1, (2, 3): 1}))
    assert found.units == ((0, 1, 2, 3),)
    assert found.cost == 1 + 9 + 1 + 9


def test_the_direction_counts() -> None:
    # 0 → 1 → 2 → 0 costs 1 + 1 + 1; the other way round 5 + 5 + 5
    asked = directed([[0, 1, 5], [5, 0, 1], [1, 5, 0]])
    assert ring(asked).links == ((0, 1), (1, 2), (2, 0))
    pinned = directed([[0, 1, 5], [5, 0, 1], [1, 5, 0]], pinned=((1, 0),))
    assert (ring(pinned).links, ring(pinned).cost) == (((0, 2), (1, 0), (2, 1)), 15)


def test_two_are_each_others_buddy_and_one_alone_has_none() -> None:
    found = ring(directed([[0, 3], [4, 0]]))
    assert (found.links, found.units, found.cost) == (((0, 1), (1, 0)), ((0, 1),), 7)
    with pytest.raises(UnpairableError) as error:
        ring(directed([[0]]))
    assert error.value.clash.rows == (0,)


def test_equal_costs_are_told_apart_by_rows() -> None:
    assert ring(mutual(6, {})).units == ((0, 1, 2, 3, 4, 5),)
    # 0-1 may not be: 0 → 2 → 1 → 3 is the first
    assert ring(forbid(mutual(5, {}), (0, 1))).units == ((0, 2, 1, 3, 4),)


def test_a_hidden_ring_of_thirty_is_found_to_the_last_unit() -> None:
    order = [7 * k % 30 for k in range(30)]
    steps = dict.fromkeys(zip(order, [*order[1:], 0], strict=True), MOST_COST - 1)
    found = ring(mutual(30, steps, other=MOST_COST))
    assert found.units == (tuple(order),)
    assert found.cost == 30 * (MOST_COST - 1)
