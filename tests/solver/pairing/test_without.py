from __future__ import annotations

from functools import partial

from solver.pairing.in_pairs import Odd, pairs
from solver.pairing.ring import ring
from solver.pairing.without import best_without
from tests.solver.pairing.made import forbid, mutual


def test_the_best_without_a_pair() -> None:
    # the best is 0-1, 2-3 for 1 + 1; without 0-1 it is 0-2, 1-3 for 3 + 9
    asked = mutual(4, {(0, 1): 1, (2, 3): 1, (0, 2): 3})
    other = best_without(pairs, asked, (0, 1))
    assert other is not None
    assert (other.links, other.cost) == (((0, 2), (1, 3)), 12)


def test_the_best_without_a_trio_may_keep_two_of_it() -> None:
    # trio 0-1-2 for 0; without that trio its pair 0-1 stays: trio 2-3-4 for 1 + 1 + 1
    costs = {(0, 1): 0, (0, 2): 0, (1, 2): 0, (3, 4): 1, (2, 3): 1, (2, 4): 1}
    asked = mutual(5, costs)
    assert pairs(asked).units == ((0, 1, 2), (3, 4))
    for link in ((0, 1), (0, 2), (1, 2)):
        other = best_without(pairs, asked, link)
        assert other is not None
        assert other.units == ((0, 1), (2, 3, 4))
    pair = best_without(pairs, asked, (3, 4))
    assert pair is not None
    assert (3, 4) not in pair.links


def test_a_ring_is_not_turned_round_to_be_without_a_link() -> None:
    other = best_without(ring, mutual(5, {(0, 1): 0}), (0, 1))
    assert other is not None
    assert not {(0, 1), (1, 0)} & {*other.links}


def test_there_may_be_none() -> None:
    assert best_without(pairs, mutual(2, {}), (0, 1)) is None
    assert best_without(pairs, mutual(4, {}, pinned=((1, 0),)), (0, 1)) is None
    only = forbid(mutual(4, {}), (0, 2), (0, 3))
    assert best_without(pairs, only, (0, 1)) is None
    assert best_without(pairs, mutual(3, {}), (0, 1)) is None
    out = best_without(partial(pairs, odd=Odd.OUT), mutual(3, {}), (1, 2))
    assert out is not None
    assert out.out == (1,)
