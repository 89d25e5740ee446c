"""How the best score fell as searches got on with their work: the same on any number of cores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from solver.score import Score

Improvement = tuple[float, Score]
"""The share of the work that was done, 0 … 1, and the score of the best that was found by then."""
Improvements = tuple[Improvement, ...]
Searched = tuple[int, Improvements]
"""The proposals of one search, and how its best score fell."""


@dataclass(frozen=True)
class Told:
    """What a search told: (seconds since the start, score) of each improvement, and by the work."""

    by_clock: tuple[tuple[float, Score], ...]
    by_work: Improvements


def falling(improvements: Iterable[Improvement]) -> Iterable[Improvement]:
    """Those that are better than all before them."""
    least: Score | None = None
    for share, score in improvements:
        if least is None or score < least:
            least = score
            yield share, score


def of_all(searches: Sequence[Searched], final: Score) -> Improvements:
    """The improvements over several searches, one after the other, that lead to the final score.

    By the share of all proposals. Only those that are as good as the final score in every level
    before the worst group, for what is broken or left out is no worse composition but none; and
    none that is better: a search may have been asked for something else. The last is the final
    score; at the end of the work where no search told of it.
    """
    total = sum(proposals for proposals, _ in searches) or 1
    found: list[Improvement] = []
    before = 0
    for proposals, improvements in searches:
        found += [((before + share * proposals) / total, one) for share, one in improvements]
        before += proposals
    ahead = (final.hard, final.not_placed, final.groups_off, final.standing)
    fit = [
        (share, one)
        for share, one in found
        if (one.hard, one.not_placed, one.groups_off, one.standing) == ahead and one >= final
    ]
    ends = tuple(falling(fit))
    return ends if ends and ends[-1][1] == final else (*ends, (1.0, final))
