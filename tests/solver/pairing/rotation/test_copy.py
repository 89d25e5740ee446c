"""What a copy counts along its way is what it counts anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from solver.pairing.rotation import RotationTask
from solver.pairing.rotation.copy import Copy
from solver.pairing.rotation.kernels.scale import AGAIN, BREACHES, SCALE, UNEVEN
from solver.pairing.rotation.plain_arrays import Layout
from solver.pairing.rotation.rotation_score import score
from solver.pairing.rotation.seatable import seated
from tests.solver.pairing.rotation.tasks import all_seats, even, tiny


def walk(copy: Copy, proposals: int, temperature: int, *, even: bool) -> None:
    copy.anneal(temperature, proposals, SCALE, 2 * SCALE, -1, even=even)


@pytest.mark.parametrize("counting", [True, False])
@given(asked=tiny())
@settings(max_examples=20, deadline=None)
def test_incremental_equals_fresh(asked: RotationTask, *, counting: bool) -> None:
    numbers = range(len(asked.sessions))
    begun = [seated(asked.sessions[r], asked.apart_in(r)).seats for r in numbers]
    if any(seats is None for seats in begun):
        return
    copy = Copy(Layout.of(asked), np.stack([s for s in begun if s is not None]), 7)
    walk(copy, 200, 5 * SCALE, even=counting)
    fresh = Copy(copy.layout, copy.seats, 7)
    for name in ("meet", "tally", "sizes", "off"):
        assert (getattr(copy, name) == getattr(fresh, name)).all(), name
    assert copy.now[AGAIN] == fresh.now[AGAIN] == score(asked, copy.seats).again
    assert copy.now[BREACHES] == fresh.now[BREACHES]
    # rounded to SCALE parts at every step
    assert abs(int(copy.now[UNEVEN] - fresh.now[UNEVEN])) <= SCALE
    for r in numbers:
        held = any((copy.best_seats[r] == seats).all() for seats in all_seats(asked, r))
        assert held


def test_it_goes_downhill_when_it_is_cold() -> None:
    asked = even(12, 4, 4)
    copy = Copy(Layout.of(asked), np.stack([np.arange(12) // 3] * 4), 3)
    # the same tables four times: 12 pairs, each with 1 + 2 + 3
    assert copy.found == (72, 4, 0)
    walk(copy, 20_000, 200, even=False)
    assert copy.found[0] <= 6


def test_where_nothing_may_cost_anything_repeats_never_grow() -> None:
    asked = even(12, 4, 4)
    copy = Copy(Layout.of(asked), np.stack([np.arange(12) // 3] * 4), 3)
    before = int(copy.now[AGAIN])
    for _ in range(100):
        walk(copy, 20, 0, even=False)
        assert copy.now[AGAIN] <= before
        before = int(copy.now[AGAIN])


def test_sessions_before_since_stay() -> None:
    asked = even(12, 4, 4)
    begun = np.stack([np.arange(12) // 3] * 4)
    copy = Copy(Layout.of(asked), begun, 3)
    copy.anneal(SCALE, 5_000, SCALE, SCALE, 0, even=False, since=3)
    assert (copy.seats[:3] == begun[:3]).all()
    assert (copy.seats[3] != begun[3]).any()
