from __future__ import annotations

import numpy as np
import pytest

from solver.pairing.asked_links import MOST_COST
from solver.pairing.coached import coaches
from solver.pairing.unpairable import UnpairableError


def all_allowed(costs: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    table = np.array(costs, dtype=np.int64)
    return table, np.ones(table.shape, dtype=np.bool_)


def test_loads_are_even_before_costs_count() -> None:
    # coach 0 costs nothing for anybody; still 2 and 2: 4 + 4 < 9 + 1. Then 3 + 4 is the least
    costs, allowed = all_allowed([[0, 9], [0, 3], [0, 4], [0, 8]])
    found = coaches(costs, allowed, np.array([4, 4]))
    assert (found.coach_of.tolist(), found.loads.tolist(), found.cost) == ([0, 1, 1, 0], [2, 2], 7)


def test_a_capacity_is_kept_and_the_rest_is_as_even_as_it_can_be() -> None:
    costs, allowed = all_allowed([[0, 0, 0]] * 7)
    found = coaches(costs, allowed, np.array([1, 5, 5]))
    assert (found.loads.tolist(), found.coach_of.tolist()) == ([1, 3, 3], [0, 1, 1, 1, 2, 2, 2])


def test_a_pin_and_a_conflict_are_kept_at_any_cost() -> None:
    costs, allowed = all_allowed([[0, MOST_COST], [-MOST_COST, 0]])
    allowed[1, 0] = False
    assert coaches(costs, allowed, np.array([2, 2])).coach_of.tolist() == [0, 1]
    pinned = coaches(costs, allowed, np.array([2, 2]), pinned=((0, 1),))
    assert (pinned.coach_of.tolist(), pinned.cost) == ([1, 1], MOST_COST)


def test_more_people_than_places_is_a_clash_of_numbers_alone() -> None:
    costs, allowed = all_allowed([[0, 0]] * 3)
    allowed[0, 0] = False
    with pytest.raises(UnpairableError) as error:
        coaches(costs, allowed, np.array([1, 1]))
    assert error.value.clash.rows == (0, 1, 2)
    assert not error.value.clash.forbidden


def test_a_clash_names_the_fewest_and_only_what_concerns_them() -> None:
    # 1 and 2 may only have coach 2, who has one place; that 0 may not have coach 1 matters not
    costs, allowed = all_allowed([[0, 0, 0]] * 4)
    allowed[0, 1] = allowed[1, 0] = allowed[1, 1] = allowed[2, 0] = allowed[2, 1] = False
    with pytest.raises(UnpairableError) as error:
        coaches(costs, allowed, np.array([4, 4, 1]))
    assert error.value.clash.rows == (1, 2)
    assert error.value.clash.forbidden == ((1, 0), (1, 1), (2, 0), (2, 1))


def test_two_coaches_pinned_to_one_row_clash() -> None:
    costs, allowed = all_allowed([[0, 0]] * 2)
    with pytest.raises(UnpairableError) as error:
        coaches(costs, allowed, np.array([2, 2]), pinned=((1, 0), (1, 1)))
    assert (error.value.clash.pinned, error.value.clash.rows) == (((1, 0), (1, 1)), (1,))


def test_hundreds_of_rows_are_ranked_to_the_last_tie() -> None:
    costs, allowed = all_allowed([[0] * 12] * 120)
    found = coaches(costs, allowed, np.full(12, 20))
    assert found.coach_of.tolist() == [row // 10 for row in range(120)]
