from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from solver.errors import InvalidTaskError
from solver.pairing.asked_links import MOST_COST, Asked
from solver.pairing.servers import Servers
from tests.solver.pairing.made import forbid, mutual


def asked(costs: list[list[int]], pinned: tuple[tuple[int, int], ...] = ()) -> Asked:
    table = np.array(costs, dtype=np.int64)
    return Asked(costs=table, allowed=np.ones(table.shape, dtype=np.bool_), pinned=pinned)


@pytest.mark.parametrize(
    ("costs", "pinned", "code"),
    [
        ([], (), "no_rows"),
        ([[0, 1]], (), "shape"),
        ([[0, MOST_COST + 1], [0, 0]], (), "overflow"),
        ([[0, -MOST_COST - 1], [0, 0]], (), "overflow"),
        ([[0, 1], [1, 0]], ((0, 2),), "no_such_row"),
        ([[0, 1], [1, 0]], ((-1, 0),), "no_such_row"),
        ([[0, 1], [1, 0]], ((1, 1),), "no_such_row"),
    ],
)
def test_what_cannot_be_asked(
    costs: list[list[int]], pinned: tuple[tuple[int, int], ...], code: str
) -> None:
    with pytest.raises(InvalidTaskError) as error:
        asked(costs, pinned)
    assert error.value.code == code


def test_a_cost_counts_only_where_the_link_may_be_there() -> None:
    far = asked([[MOST_COST * 9, 1], [1, 0]])
    assert not far.links[0, 0]
    assert forbid(mutual(3, {(0, 1): 5}), (0, 2)).links.sum() == 4


def test_costs_are_integers() -> None:
    with pytest.raises(InvalidTaskError, match="float64"):
        Asked(costs=np.zeros((2, 2)), allowed=np.ones((2, 2), dtype=np.bool_))  # type: ignore[arg-type]  # that is the test


def test_mutual_is_the_same_both_ways() -> None:
    one = mutual(3, {(0, 1): 5})
    assert one.is_mutual
    assert not forbid(one, (0, 1), both_ways=False).is_mutual
    assert not asked([[0, 1], [2, 0]]).is_mutual
    assert replace(asked([[0, 1], [2, 0]]), allowed=np.zeros((2, 2), dtype=np.bool_)).is_mutual


@pytest.mark.parametrize(
    ("capacity", "pinned", "code"),
    [([1], (), "shape"), ([1, -1], (), "bounds"), ([1, 1], ((0, 2),), "no_such_row")],
)
def test_what_cannot_be_asked_of_servers(
    capacity: list[int], pinned: tuple[tuple[int, int], ...], code: str
) -> None:
    with pytest.raises(InvalidTaskError) as error:
        Servers(
            np.zeros((2, 2), dtype=np.int64),
            np.ones((2, 2), dtype=np.bool_),
            np.array(capacity),
            pinned,
        )
    assert error.value.code == code
