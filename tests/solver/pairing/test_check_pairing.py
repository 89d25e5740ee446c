from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from solver.check import CheckError
from solver.pairing.asked_links import Link
from solver.pairing.check_pairing import check_coaches, check_guide, check_pairs, check_ring
from solver.pairing.paired import Paired
from solver.pairing.servers import Assigned, Servers
from tests.solver.pairing.made import forbid, mutual


def paired(*links: Link, cost: int | None = None, out: tuple[int, ...] = ()) -> Paired:
    return Paired(links, 9 * len(links) if cost is None else cost, out)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (paired((0, 1), (2, 3), cost=17), "cost"),
        (paired((0, 1), (1, 2), (2, 3)), "trio"),
        (paired((0, 1), out=(2, 3)), "without a buddy"),
        (paired((0, 1), (2, 3), out=(3,)), "out"),
        (paired((2, 3), (0, 1)), "ascending"),
        (paired((0, 1), (3, 2)), "i < j"),
        (paired((0, 2), (1, 3)), "forbidden"),
        (paired((0, 3), (1, 2)), "pinned"),
    ],
)
def test_pairs_that_are_none(answer: Paired, said: str) -> None:
    asked = forbid(mutual(4, {}, pinned=((0, 1),)), (0, 2))
    with pytest.raises(CheckError, match=said):
        check_pairs(asked, answer, trio=True)


def test_three_in_a_row_are_no_trio() -> None:
    path = paired((0, 1), (0, 2), (1, 3), (2, 3))
    with pytest.raises(CheckError):
        check_pairs(mutual(5, {}), replace(path, out=(4,)), trio=True)
    with pytest.raises(CheckError, match="no trio"):
        check_pairs(mutual(7, {}), paired((0, 1), (0, 2), (1, 3), (4, 5), (4, 6)), trio=True)


@pytest.mark.parametrize(
    "answer", [paired((0, 1), (1, 0), (2, 3), (3, 2)), paired((0, 1), (1, 2), (2, 0), out=(3,))]
)
def test_rings_that_are_none(answer: Paired) -> None:
    with pytest.raises(CheckError, match="one ring"):
        check_ring(mutual(4, {}), answer)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (paired((0, 2), (0, 3), out=(1,)), "too many"),
        (paired((0, 2), out=(1, 3)), "not everybody"),
        (paired((2, 0), (2, 3), out=(1,)), "leads from"),
    ],
)
def test_guides_that_are_none(answer: Paired, said: str) -> None:
    with pytest.raises(CheckError, match=said):
        check_guide(mutual(4, {}), answer, np.array([True, True, False, False]), 1)


@pytest.mark.parametrize(
    ("coach_of", "loads", "cost", "said"),
    [
        ([0, 0], [2, 0], 4, "room"),
        ([1, 1], [0, 2], 4, "allowed"),
        ([0, 1], [1, 0], 4, "loads"),
        ([0, 1], [1, 1], 5, "cost"),
        ([0], [1, 0], 2, "everybody"),
    ],
)
def test_coaches_that_are_none(coach_of: list[int], loads: list[int], cost: int, said: str) -> None:
    allowed = np.array([[True, False], [True, True]])
    servers = Servers(np.full((2, 2), 2), allowed, np.array([1, 2]))
    check_coaches(servers, Assigned(np.array([0, 1]), np.array([1, 1]), 4))
    with pytest.raises(CheckError, match=said):
        check_coaches(servers, Assigned(np.array(coach_of), np.array(loads), cost))
