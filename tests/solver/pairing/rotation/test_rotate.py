"""The front door: the same on any number of cores, by the clock, stopped, and why it cannot be."""

from __future__ import annotations

from itertools import combinations
from threading import Event

import numpy as np
import pytest

from solver.pairing.rotation import (
    ImpossibleRotationError,
    Rotation,
    RotationScore,
    meetings,
    rotate,
)
from solver.solution import Effort
from tests.solver.pairing.rotation.tasks import even, session, task

CODES = [[row % 3 for row in range(22)], [row // 11 for row in range(22)]]


def quick(workers: int, seed: int = 5) -> Rotation:
    return rotate(even(22, 5, 5, codes=CODES), seed=seed, effort=Effort.QUICK, workers=workers)


def test_the_same_on_any_number_of_cores() -> None:
    one, other = quick(1), quick(3)
    assert (one.seats == other.seats).all()
    assert one.reproducible


def test_no_more_repeats_than_must_be_is_proven() -> None:
    rotation = rotate(even(9, 3, 5), effort=Effort.QUICK)
    # five sessions of 9 pairs, and 36 pairs in all
    assert (rotation.repeats, rotation.most_meetings, rotation.bound) == (9, 2, 9)
    assert rotation.proven
    assert int(meetings(rotation).sum()) == 2 * 45


def test_where_people_must_meet_again_nobody_keeps_meeting_the_same() -> None:
    """40 people at 4 tables of 10: any two of 4 sessions have at least 32 pairs in common."""
    rotation = rotate(even(40, 4, 4), effort=Effort.QUICK)
    assert rotation.again == rotation.least_again == 6 * 32
    assert rotation.most_meetings == 2


def test_the_design_is_named_where_one_was_begun_with() -> None:
    assert rotate(even(16, 4, 5)).method == "design: affine plane of order 4"
    assert rotate(even(7, 3, 2), effort=Effort.QUICK).method == "search"


def test_stopped_at_once_it_breaks_nothing() -> None:
    stop = Event()
    stop.set()
    asked = even(23, 5, 6, apart=[(0, 1), (1, 2), (0, 2)])
    rotation = rotate(asked, stop=stop)
    assert not rotation.reproducible
    assert rotation.repeats >= rotation.bound


def test_by_the_clock_it_tells_how_far_it_is() -> None:
    heard: list[tuple[RotationScore, float]] = []
    asked = even(12, 3, 4)
    rotation = rotate(
        asked, time_limit=0.4, progress=lambda score, share: heard.append((score, share))
    )
    scores, shares = zip(*heard, strict=True)
    assert list(scores) == sorted(scores, reverse=True)
    assert list(shares) == sorted(shares)
    assert scores[-1] == rotation.score


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (session([3, 3], [3, 3], 6, absent={5}), {"low": (0, 1), "present": 5}),
        (session([1, 1], [2, 2], 6), {"high": (0, 1), "present": 6}),
        (
            session([0, 0], [9, 9], 6, apart=[(0, 1), (1, 2), (0, 2), (3, 4)]),
            {"apart": ((0, 1), (0, 2), (1, 2)), "low": (), "high": (), "hosts": ()},
        ),
        (
            session([0, 1], [5, 5], 6, hosts=((0, 1), (2, 1), (3, 0)), apart=[(0, 2), (2, 3)]),
            {"apart": ((0, 2),), "low": (), "high": (), "hosts": ((0, 1), (2, 1))},
        ),
        (session([0] * 2, [9] * 2, 6, absent=set(range(6))), None),
        (session([1, 0], [9, 9], 6, absent=set(range(6))), {"low": (0,), "present": 0}),
    ],
    ids=["too few", "too many", "three apart", "hosts apart", "nobody", "nobody for a table"],
)
def test_why_it_cannot_be(asked: object, named: dict[str, object] | None) -> None:
    fine = session([0, 0], [9, 9], 6)
    given = task(6, fine, asked)  # type: ignore[arg-type]  # a session
    if named is None:
        assert (rotate(given, effort=Effort.QUICK).seats[1] == -1).all()
        return
    with pytest.raises(ImpossibleRotationError) as caught:
        rotate(given)
    clash = caught.value.clash
    assert clash.minimal
    assert clash.session == 1
    assert {name: getattr(clash, name) for name in named} == named


def test_a_cause_that_takes_too_long_is_told_as_far_as_it_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Five rows that are all apart at two tables: three of them would be the least."""
    monkeypatch.setattr("solver.pairing.rotation.rotation_clash.MOST", 0.0)
    apart = list(combinations(range(5), 2))
    with pytest.raises(ImpossibleRotationError) as caught:
        rotate(task(6, session([0, 0], [6, 6], 6, apart=apart)))
    assert caught.value.clash.apart == tuple(apart)
    assert not caught.value.clash.minimal


def test_the_seats_are_those_of_everybody_there() -> None:
    absent = session([2, 3], [3, 3], 6, absent={2})
    rotation = rotate(task(6, absent, session([3, 3], [3, 3], 6)), effort=Effort.QUICK)
    assert (rotation.seats[0] == -1).nonzero()[0].tolist() == [2]
    assert np.bincount(rotation.seats[1]).tolist() == [3, 3]
