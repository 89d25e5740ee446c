"""The best grouping that is known, with its score."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.score import Score


@dataclass(frozen=True, eq=False)
class Incumbent:
    """The best grouping of one copy, or of all."""

    score: Score
    grouping: Grouping


def values_of(score: Score) -> tuple[int, ...]:
    """The score as one row of numbers, as a search keeps it."""
    hard, not_placed, groups_off, standing, *others = astuple(score)
    return hard, not_placed, groups_off, *standing, *others


def score_of(values: IntArray) -> Score:
    """The score that such a row of numbers says."""
    hard, not_placed, groups_off, *rest = (int(v) for v in values)
    *standing, worst, alike, points, lot = rest
    return Score(hard, not_placed, groups_off, tuple(standing), worst, alike, points, lot)
