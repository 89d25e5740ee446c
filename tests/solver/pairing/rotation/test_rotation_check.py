"""Every lie is found, each by itself."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from solver.check import CheckError
from solver.pairing.rotation import Rotation
from solver.pairing.rotation.rotation_check import check
from tests.solver.pairing.rotation.tasks import session, task

ONE = session([2, 2], [2, 3], 5, absent={4}, hosts=((0, 0),), apart=[(0, 1)])
TASK = task(5, ONE, ONE, codes=[[0, 0, 1, 1, 1]], apart=[(2, 3)])
SEATS = np.array([[0, 1, 0, 1, -1], [0, 1, 1, 0, -1]])
TRUE = Rotation(SEATS, 0, 1, Fraction(0), again=0, bound=0, least_again=0, method="search")


def test_the_truth_passes() -> None:
    check(TASK, TRUE)


@pytest.mark.parametrize(
    "lie",
    [
        {"repeats": 1},
        {"most_meetings": 2},
        {"unevenness": Fraction(1)},
        {"bound": 1},
        {"again": 1},
        {"least_again": 1},
        {"seats": SEATS[:1]},
        {"seats": np.array([[0, 1, 0, 1, 1], [0, 1, 1, 0, -1]])},
        {"seats": np.array([[0, 1, 0, -1, -1], [0, 1, 1, 0, -1]])},
        {"seats": np.array([[0, 1, 0, 2, -1], [0, 1, 1, 0, -1]])},
        {"seats": np.array([[0, 1, 1, 1, -1], [0, 1, 1, 0, -1]])},
        {"seats": np.array([[1, 0, 1, 0, -1], [0, 1, 1, 0, -1]])},
        {"seats": np.array([[0, 0, 1, 1, -1], [0, 1, 1, 0, -1]])},
    ],
    ids=lambda lie: next(iter(lie)),
)
def test_a_lie_does_not(lie: dict[str, object]) -> None:
    with pytest.raises(CheckError):
        check(TASK, replace(TRUE, **lie))  # type: ignore[arg-type]  # any field, anyhow
