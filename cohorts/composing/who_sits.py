"""A grouping with people in it."""

from __future__ import annotations

from cohorts.round.composition import Composition
from cohorts.round.round import Round
from solver.grouping import Grouping


def as_composition(grouping: Grouping, round_: Round) -> Composition:
    """The grouping with people in it; groups numbered from 1."""
    groups = {
        group + 1: tuple(round_.applicants[row] for row in members)
        for group, members in grouping.open_groups()
    }
    outside = grouping.members(grouping.outside)
    choices = {
        name: {number: tuple(int(o) for o in taken[number - 1]) for number in groups}
        for name, taken in grouping.choices.items()
    }
    return Composition(groups, tuple(round_.applicants[row] for row in outside), choices)
