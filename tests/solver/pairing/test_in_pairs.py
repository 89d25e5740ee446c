from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from solver.errors import InvalidTaskError
from solver.pairing.asked_links import MOST_COST
from solver.pairing.in_pairs import Odd, pairs
from tests.solver.pairing.made import forbid, mutual


def test_the_cheapest_pair_is_not_always_there() -> None:
    # 0-1 costs 1 and leaves 2-3 at 9: 10. 0-2 and 1-3 cost 4 + 4 = 8
    found = pairs(mutual(4, {(0, 1): 1, (0, 2): 4, (1, 3): 4}))
    assert (found.links, found.cost, found.out) == (((0, 2), (1, 3)), 8, ())


def test_a_pin_is_kept_at_any_cost_and_a_forbidden_link_never_used() -> None:
    asked = mutual(4, {(0, 2): 4, (1, 3): 4}, pinned=((3, 2),))
    assert pairs(asked).links == ((0, 1), (2, 3))
    assert pairs(forbid(mutual(4, {(0, 1): -50, (2, 3): -50}), (0, 1))).links[0] != (0, 1)


def test_equal_costs_are_told_apart_by_rows() -> None:
    assert pairs(mutual(6, {})).links == ((0, 1), (2, 3), (4, 5))
    assert pairs(mutual(5, {})).links == ((0, 1), (0, 2), (1, 2), (3, 4))
    assert pairs(mutual(5, {}), odd=Odd.OUT).out == (0,)


def test_a_trio_costs_its_three_links() -> None:
    # 0-1-2: 1 + 1 + 5 = 7, with 3-4 at 1: 8. 2-3-4: 1 + 2 + 2 = 5, with 0-1 at 1: 6
    costs = {(0, 1): 1, (0, 2): 1, (1, 2): 5, (3, 4): 1, (2, 3): 2, (2, 4): 2}
    found = pairs(mutual(5, costs))
    assert (found.units, found.cost) == (((0, 1), (2, 3, 4)), 6)


def test_pins_that_share_a_row_are_a_trio() -> None:
    found = pairs(mutual(5, {}, pinned=((4, 1), (2, 4))))
    assert found.units == ((0, 3), (1, 2, 4))


def test_who_was_out_least_is_out_and_of_those_who_leaves_the_cheapest_rest() -> None:
    # out 0: 1-2 costs 2. out 1: 0-2 costs 9. out 2: 0-1 costs −1000
    asked = mutual(3, {(0, 1): -1000, (1, 2): 2})
    assert pairs(asked, odd=Odd.OUT).out == (2,)
    before = np.array([0, 0, 1])
    assert pairs(asked, odd=Odd.OUT, was_out=before).out == (0,)
    held = replace(asked, pinned=((0, 1),))
    assert pairs(held, odd=Odd.OUT, was_out=before).out == (2,)


def test_one_alone_is_out() -> None:
    assert pairs(mutual(1, {}), odd=Odd.OUT).out == (0,)


def test_large_costs_are_exact() -> None:
    # all links cost 2^40 but a ladder of one less: each of 30 pairs counts
    ladder = {(i, i + 1): MOST_COST - 1 for i in range(0, 60, 2)}
    found = pairs(mutual(60, ladder, other=MOST_COST))
    assert found.links == tuple(ladder)
    assert found.cost == 30 * (MOST_COST - 1)


@pytest.mark.parametrize("m", [31, 59])
def test_a_hidden_trio_is_found_in_a_large_cohort(m: int) -> None:
    # everything costs 7, but pairs 4 apart and one trio 0: no other answer costs nought
    trio = {(m - 3, m - 2): 0, (m - 3, m - 1): 0, (m - 2, m - 1): 0}
    couples = {(i, i + 1): 0 for i in range(0, m - 3, 2)}
    found = pairs(mutual(m, {**couples, **trio}, other=7))
    assert found.cost == 0
    assert found.units[-1] == (m - 3, m - 2, m - 1)


def test_three_odd_villages_need_one_long_way() -> None:
    # 5 + 5 + 5, far apart: a trio in one, and one pair between the two others
    village = np.arange(15) // 5
    far = {(i, j): 1000 for i in range(15) for j in range(i) if village[i] != village[j]}
    found = pairs(mutual(15, far, other=0))
    assert found.cost == 1000
    assert found.units[0] == (0, 1, 2)


def test_what_pairs_cannot_be_asked() -> None:
    asked = mutual(3, {})
    with pytest.raises(InvalidTaskError, match="not_mutual"):
        pairs(forbid(asked, (0, 1), both_ways=False))
    with pytest.raises(InvalidTaskError, match="shape"):
        pairs(asked, odd=Odd.OUT, was_out=np.array([0, 1]))
