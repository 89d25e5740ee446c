"""Choosing by a figure that only those have whom somebody judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from cohorts.committee.counting.elected import Elected, Step
from cohorts.committee.counting.highest_first import highest_first


def heard_first(
    standing: Mapping[str, Fraction | None], seats: int, seed: int, steps: Iterable[Step] = ()
) -> Elected:
    """The highest first; whom nobody judged (None) has no figure and comes behind all of them.

    That is no low score: they are named in a step, by id, and only stand in for a lack of others.
    """
    told = {c: figure for c, figure in standing.items() if figure is not None}
    unheard = tuple(sorted(c for c in standing if c not in told))
    below = min(told.values(), default=Fraction(0)) - 1
    found = highest_first({c: told.get(c, below) for c in standing}, seats, seed)
    if unheard:
        steps = (*steps, Step("count_steps.unheard", {"who": unheard}))
    return replace(found, standing=told, steps=tuple(steps))
