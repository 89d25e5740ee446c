"""Ballots that come to a figure that is known: scores in which a sum is shared out, and yes or no."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

YES, NO = "ja", "nee"


def shared_out(draw: random.Random, total: int, parts: int, low: int, high: int) -> list[int]:
    """``parts`` scores from ``low`` to ``high`` with this sum."""
    scores = [low] * parts
    while sum(scores) < total:
        one = draw.choice([n for n, score in enumerate(scores) if score < high])
        scores[one] += 1
    return scores


def by_judge(
    draw: random.Random,
    totals: Mapping[str, int],
    judges: Sequence[str],
    criteria: int,
    scale: tuple[int, int],
) -> list[list[object]]:
    """A row for each judge and candidate; all scores of a candidate come to its total."""
    rows: list[list[object]] = []
    for who, total in totals.items():
        scores = shared_out(draw, total, criteria * len(judges), *scale)
        rows += [
            [judge, who, *scores[n * criteria : (n + 1) * criteria]]
            for n, judge in enumerate(judges)
        ]
    return sorted(rows, key=lambda row: judges.index(str(row[0])))


def yes_or_no(
    draw: random.Random, tally: int, voters: Sequence[str], silent: Mapping[str, str]
) -> list[str]:
    """``tally`` of the voters say yes, the others no; ``silent``: what stands there instead."""
    speaking = [voter for voter in voters if voter not in silent]
    yes = set(draw.sample(speaking, tally))
    return [silent.get(voter, YES if voter in yes else NO) for voter in voters]
