"""The demands that say "differs by so much" hold exactly where it does."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from solver.alternatives import difference
from solver.alternatives.unlike import share_of, unlike
from solver.grouping import Grouping
from solver.places import Places
from solver.task import Task

TASK = Task(
    n=5,
    low=np.array([1, 1]),
    high=np.array([4, 4]),
    terms=(),
    places=Places.everyone(5),
    lot=np.arange(5),
)
EARLIER = Grouping(np.array([0, 0, 0, 0, 1]), 2)
"""Six pairs; in {0, 1, 2} and {3, 4} four, three of them common: 1/4, and half of six."""


ANY = [
    Fraction(0.1),
    Fraction(1, 10**19),
    Fraction(1, 4),
    Fraction(1, 2),
    Fraction(2, 3),
    Fraction(1),
]
"""Also shares that were floats, or have numbers that no 64 bits hold."""


@pytest.mark.parametrize("differ", ANY)
def test_also_where_the_other_has_fewer_pairs(differ: Fraction) -> None:
    demands = unlike(TASK, EARLIER, differ, "unlike")
    assert len(demands) == 2
    for seats in product(range(2), repeat=5):
        grouping = Grouping(np.array(seats), 2)
        if grouping.sizes().min() > 0:
            broken = sum(int(term.charge(grouping).breaches.sum()) for term in demands)
            assert (broken == 0) == (difference(grouping, EARLIER) >= differ)


@pytest.mark.parametrize("most", [1, 2, 5, 12])
@pytest.mark.parametrize("share", [*ANY, Fraction(0), 1 - Fraction(1, 10**19), Fraction(0.7)])
def test_a_share_in_small_numbers_holds_back_the_same_counts(share: Fraction, most: int) -> None:
    small = share_of(share, most)
    assert small.denominator <= most
    for total in range(1, most + 1):
        for count in range(total + 1):
            assert (Fraction(count, total) <= small) == (Fraction(count, total) <= share)
