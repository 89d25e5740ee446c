"""Every design pair by pair: all tables full, nobody meets anybody twice."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from solver.pairing.rotation.designs.catalogue import design_for
from solver.pairing.rotation.designs.design import Design
from solver.pairing.rotation.designs.finite_field import field, prime_power
from solver.pairing.rotation.designs.first_rounds import ROUNDS

REACHED = {
    (2, 2): 3, (3, 2): 5, (4, 2): 7, (5, 2): 9, (6, 2): 11, (8, 2): 15, (3, 3): 4, (4, 3): 4,
    (5, 3): 7, (6, 3): 8, (7, 3): 10, (8, 3): 11, (9, 3): 13, (10, 3): 14, (13, 3): 19, (4, 4): 5,
    (5, 4): 5, (6, 4): 7, (7, 4): 9, (8, 4): 10, (9, 4): 11, (16, 4): 21, (5, 5): 6, (6, 5): 6,
    (6, 6): 3, (7, 7): 8, (8, 8): 9, (9, 9): 10, (20, 10): 9, (1, 5): 1, (2, 5): 1,
}  # fmt: skip
"""Rounds that a design has: the known numbers, where a design reaches them."""


@pytest.mark.parametrize(("tables", "size"), REACHED)
def test_so_many_rounds_and_nobody_twice(tables: int, size: int) -> None:
    design = design_for(tables, size)
    assert design is not None
    assert design.rounds == REACHED[tables, size]
    hold(design)


def hold(design: Design) -> None:
    met: set[tuple[int, int]] = set()
    for seats in design.seats:
        for table in range(design.tables):
            people = np.flatnonzero(seats == table).tolist()
            assert len(people) == design.size
            pairs = set(combinations(people, 2))
            assert not met & pairs
            met |= pairs


@pytest.mark.parametrize("turned", ROUNDS, ids=lambda turned: turned.name)
def test_every_first_round_turns(turned: object) -> None:
    hold(turned.design())  # type: ignore[attr-defined]  # one of ROUNDS


def test_nothing_is_known_of_very_many_tables_or_of_nobody_beside_you() -> None:
    assert design_for(101, 4) is None
    assert design_for(4, 1) is None


@pytest.mark.parametrize("q", [2, 4, 5, 8, 9])
def test_a_field(q: int) -> None:
    """Sums and products of every element are all elements, once; and they distribute."""
    numbers = field(q)
    for a in range(q):
        assert sorted(numbers.plus[a]) == list(range(q))
        assert a == 0 or sorted(numbers.times[a]) == list(range(q))
        for b, c in combinations(range(q), 2):
            both = numbers.times[a, numbers.plus[b, c]]
            assert both == numbers.plus[numbers.times[a, b], numbers.times[a, c]]


def test_powers_of_primes() -> None:
    assert [q for q in range(2, 17) if prime_power(q)] == [2, 3, 4, 5, 7, 8, 9, 11, 13, 16]
    assert prime_power(9) == (3, 2)
    with pytest.raises(ValueError, match="6"):
        field(6)
