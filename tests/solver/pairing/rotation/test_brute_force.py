"""Against every way to seat a few people: as good as the best, or impossible where nothing is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from solver.pairing.rotation import ImpossibleRotationError, RotationClash, RotationTask, rotate
from solver.pairing.rotation.bound import bound, fewest_meetings, least_again, least_unevenness
from solver.solution import Effort
from tests.solver.pairing.rotation.tasks import all_seats, even, every_score, least, tiny


@given(tiny())
@settings(max_examples=60, deadline=None)
def test_as_good_as_the_best_of_all(asked: RotationTask) -> None:
    every = every_score(asked)
    if not every:
        with pytest.raises(ImpossibleRotationError) as caught:
            rotate(asked, effort=Effort.QUICK)
        check_clash(asked, caught.value.clash)
        return
    best = min(every)
    rotation = rotate(asked, effort=Effort.QUICK)
    assert rotation.score == best
    assert bound(asked) <= min(found.repeats for found in every)
    assert rotation.bound == bound(asked)
    assert rotation.least_again == least_again(asked) <= best.again
    assert fewest_meetings(asked) <= best.most_meetings
    assert least_unevenness(asked) <= best.unevenness


def check_clash(asked: RotationTask, clash: RotationClash) -> None:
    """What is named cannot be met; without any one of it the rest can."""
    assert clash.minimal
    assert not seated(asked, clash)
    for name in ("low", "high", "hosts", "apart"):
        named = getattr(clash, name)
        for one in range(len(named)):
            assert seated(asked, replace(clash, **{name: named[:one] + named[one + 1 :]}))


def seated(asked: RotationTask, clash: RotationClash) -> bool:
    """Whether only the named demands can be met."""
    one = asked.sessions[clash.session]
    low = np.where(np.isin(np.arange(one.tables), clash.low), one.low, 0)
    high = np.where(np.isin(np.arange(one.tables), clash.high), one.high, asked.n + 9)
    apart = np.array(clash.apart, dtype=np.int64).reshape(-1, 2)
    alone = replace(one, low=low, high=np.maximum(low, high), hosts=clash.hosts, apart=apart)
    only = replace(asked, sessions=(alone,), apart=np.zeros((0, 2), dtype=np.int64))
    return next(all_seats(only, 0), None) is not None


@pytest.mark.parametrize(("n", "tables", "rounds"), [(4, 2, 3), (6, 2, 2), (6, 3, 2)])
def test_even_tables(n: int, tables: int, rounds: int) -> None:
    asked = even(n, tables, rounds, codes=[[row % 2 for row in range(n)]])
    assert rotate(asked, effort=Effort.QUICK).score == least(asked)
