from __future__ import annotations

from fractions import Fraction

import numpy as np

from solver.pairing.rotation.rotation import RotationScore, shared_tables
from solver.pairing.rotation.rotation_score import score
from tests.solver.pairing.rotation.tasks import session, task


def test_repeats_most_meetings_and_unevenness() -> None:
    """0 and 1 meet twice, and met before; of the value 1 (rows 0, 1) a table of two expects one."""
    one = session([2, 2], [2, 2], 4)
    asked = task(4, one, one, codes=[[1, 1, 0, -1]], met=[(1, 0), (0, 1)])
    seats = np.array([[0, 0, 1, 1], [0, 0, 1, 1]])
    # pairs: 0-1 three meetings (the second counts 1, the third 2), 2-3 two (1)
    # each session: value 1 counts 2 and 0, expected 1 and 1: 1 + 1
    # value 0 counts 0 and 1, expected ½ and ½: ¼ + ¼
    assert score(asked, seats).repeats == 2 + 1
    assert score(asked, seats) == RotationScore(3 + 1, 3, Fraction(5))


def test_an_absent_row_meets_nobody_and_is_expected_nowhere() -> None:
    here = session([1, 2], [1, 2], 4, absent={3})
    asked = task(4, here, codes=[[0, 0, 1, 1]])
    seats = np.array([[0, 1, 1, -1]])
    # value 0: two of three; expected ⅔ and 4⁄3; counted 1 and 1: 1⁄9 + 1⁄9; value 1: ⅓, ⅔; 0, 1
    assert score(asked, seats) == RotationScore(0, 1, Fraction(4, 9))
    assert shared_tables(seats)[1, 2] == 1
    assert shared_tables(seats).sum() == 2


def test_who_meets_again_counts_before_anything_else() -> None:
    assert RotationScore(1, 9, Fraction(9)) < RotationScore(2, 2, Fraction(0))
    assert RotationScore(2, 2, Fraction(9)) < RotationScore(2, 3, Fraction(0))
