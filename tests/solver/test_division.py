"""A round in parts, and whole again."""

from __future__ import annotations

import numpy as np

from solver.division import Division
from solver.grouping import Grouping

SIX = Division(of_row=np.array([1, 0, 1, 0, 0, 1]), of_group=np.array([1, 0, 1]), parts=2)
"""Rows 1, 3, 4 and group 1 are one part; rows 0, 2, 5 and groups 0 and 2 the other."""
WHOLE = Grouping(np.array([0, 1, 2, 1, 3, 3]), 3, {"theme": np.array([[7], [8], [9]])})
"""Rows 4 and 5 sit nowhere."""


def test_a_part_numbers_its_rows_and_groups_anew() -> None:
    """Rows 0, 2, 5 sit in groups 0, 2 and nowhere: 0, 1 and 2 there."""
    part = SIX.grouping_of(1, WHOLE)
    assert part.assignment.tolist() == [0, 1, 2]
    assert part.groups == 2
    assert part.choices["theme"].tolist() == [[7], [9]]


def test_the_parts_are_the_whole() -> None:
    joined = SIX.joined([SIX.grouping_of(part, WHOLE) for part in range(2)])
    assert joined.assignment.tolist() == WHOLE.assignment.tolist()
    assert joined.choices["theme"].tolist() == WHOLE.choices["theme"].tolist()


def test_only_pairs_within_a_part_are_in_it() -> None:
    """Of 0-2, 1-2 and 3-4 the second crosses; 3 and 4 are rows 1 and 2 of their part."""
    pairs = np.array([[0, 2], [1, 2], [3, 4]])
    first, second = SIX.pairs(pairs)
    assert (first[0].tolist(), first[1].tolist()) == ([2], [[1, 2]])
    assert (second[0].tolist(), second[1].tolist()) == ([0], [[0, 1]])
