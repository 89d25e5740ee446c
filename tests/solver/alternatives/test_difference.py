"""By how many pairs two groupings differ."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import every_alternative
from solver.alternatives import difference
from solver.alternatives.difference import pairs_of
from solver.grouping import Grouping


def seats(*groups: int) -> Grouping:
    return Grouping(np.array(groups, dtype=np.int64), 3)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (seats(0, 0, 0, 1, 1, 1), seats(1, 1, 1, 0, 0, 0), Fraction(0)),  # numbers mean nothing
        (seats(0, 0, 0, 1, 1, 1), seats(0, 0, 1, 0, 1, 1), Fraction(4, 6)),  # {0, 1}, {4, 5} stay
        (seats(0, 0, 0, 1, 1, 1), seats(0, 1, 2, 0, 1, 2), Fraction(1)),
        (seats(0, 0, 0, 1, 1, 1), seats(0, 0, 2, 1, 1, 2), Fraction(1, 3)),  # 1 of 3 is new
        (seats(0, 0, 0, 1, 1, 1), seats(0, 0, 0, 3, 3, 3), Fraction(0)),  # outside is no group
        (seats(0, 0, 0, 3, 3, 3), seats(3, 3, 3, 0, 0, 0), Fraction(1)),
        (seats(0, 1, 2, 3, 3, 3), seats(0, 0, 0, 1, 1, 1), Fraction(0)),  # no pairs at all
    ],
)
def test_one_less_the_share_of_common_pairs(
    one: Grouping, other: Grouping, differ: Fraction
) -> None:
    assert difference(one, other) == difference(other, one) == differ


seatings = st.lists(st.integers(0, 3), min_size=8, max_size=8)


@given(seatings, seatings)
def test_it_is_what_the_sets_of_pairs_say(one: list[int], other: list[int]) -> None:
    pairs = [every_alternative.pairs_of(given, 3) for given in (one, other)]
    assert difference(seats(*one), seats(*other)) == every_alternative.difference(*pairs)
    assert {(int(i), int(j)) for i, j in pairs_of(seats(*one))} == pairs[0]
