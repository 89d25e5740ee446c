"""Every division of few people, where likeness counts up to a level: what each saves and costs.

What likeness costs above its bound is no sum over groups, so by open groups and who is placed all
pairs (points of likeness, points of the others) are kept that no other betters in both.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.quantise import BoolArray, IntArray
from solver.score import Score, standing_of
from solver.task import Task

NEVER = 2**60
"""Larger than any sum of points."""
SPLIT = 2**50
"""What one more group costs that a set is spread over, where it must not be: above all points."""


@dataclass(frozen=True)
class Priced:
    """(2^n,) whether a subset breaks nothing, its own points, and what it adds to the whole.

    ``alike``: the points of the wishes of likeness that count up to a level.
    """

    fits: BoolArray
    own: IntArray
    shared: IntArray
    alike: IntArray


Pair = tuple[int, int, int]
"""Groups that hard sets are spread over, points of likeness, points of the others."""
Kept = dict[tuple[int, int], list[Pair]]


def best_alike(task: Task, groups: list[Priced], rest: Priced, most: int) -> Score | None:
    """The smallest score where no group has more than ``most`` points of its own (if fair)."""
    kept: Kept = {(0, 0): [(0, 0, 0)]}
    for group in groups:
        kept = _joined(task, group, kept, most)
    found = [
        score
        for state, pairs in kept.items()
        if rest.fits[state[1]]
        for pair in pairs
        if (score := _score(task, rest, state, pair, most)) is not None
    ]
    return min(found, default=None)


def _joined(task: Task, group: Priced, kept: Kept, most: int) -> Kept:
    """Everything that is kept, with one group more (or, where it may, that group closed)."""
    after: Kept = {state: list(pairs) for state, pairs in kept.items()} if task.may_close else {}
    fits = np.flatnonzero(group.fits & (group.own <= most)).tolist()
    for (count, placed), pairs in kept.items():
        for subset in fits:
            if not placed & subset:
                own, shared = int(group.own[subset]), int(group.shared[subset])
                splits = round(shared / SPLIT)
                points, alike = own + shared - splits * SPLIT, int(group.alike[subset])
                there = after.setdefault((count + 1, placed | subset), [])
                there += [(s + splits, a + alike, p + points) for s, a, p in pairs]
    return {state: _undominated(pairs) for state, pairs in after.items()}


def _undominated(pairs: list[Pair]) -> list[Pair]:
    """Those than which no other is as small in all three."""
    left: list[Pair] = []
    for pair in sorted(set(pairs)):
        if not any(all(x <= y for x, y in zip(one, pair, strict=True)) for one in left):
            left.append(pair)
    return left


def _score(task: Task, rest: Priced, state: tuple[int, int], pair: Pair, most: int) -> Score | None:
    """The score of a division; None where a hard set is spread."""
    count, placed = state
    beside = int(rest.shared[placed])
    splits = round(beside / SPLIT)
    if pair[0] + splits != 0 or task.alike is None:
        return None
    rows = (placed >> np.arange(task.n)) & 1 == 1
    return Score(
        hard=0,
        not_placed=int(task.n - rows.sum()),
        groups_off=abs(count - task.wished_groups),
        standing=standing_of(task, rows),
        worst=most if task.fair and count else 0,
        alike=max(pair[1] + int(rest.alike[placed]) - task.alike.bound, 0),
        points=pair[2] + beside - splits * SPLIT,
        lot=int(task.last[rows].sum()),
    )
