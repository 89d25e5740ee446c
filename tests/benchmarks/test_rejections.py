"""A few of the random rounds with votes: everything that is said of a rejection is so."""

from __future__ import annotations

import pytest

from benchmarks.all_subsets import Asked, Judge
from benchmarks.rejections import measure
from cohorts.composing.hindrances.causes import Cause, Kind


@pytest.mark.parametrize("seed", [2, 5, 11, 27, 30, 35, 40, 53, 62, 3034, 3183, 4052, 4071, 6592])
def test_what_is_said_of_a_rejection_is_so(seed: int) -> None:
    record = measure(seed)
    assert record["composed"]
    assert record["wrong"] == {}


def test_the_judge_knows_a_reason_too_few_from_one_too_many() -> None:
    """One place; person 1 has fewer votes than person 0, and may be there beside nobody."""
    judge = Judge(
        Asked(2, 1, low=1, high=2, places=2, lot=(0, 1), merit=(2, 1), ranked=True, apart=(3,))
    )
    rule, standing = Cause(Kind.MUST, "keep_apart"), Cause(Kind.STANDING)
    assert judge.admits(1, [rule])
    assert judge.admits(1, [standing])
    assert not judge.admits(1, [])
    assert not judge.admits(1, [Cause(Kind.LOT)])
