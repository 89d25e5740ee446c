"""Which other answers there are to a small task, by trying every grouping of its people.

Plain and slow, from the terms' definitions; it shares no line with how they are found. A grouping
is a tuple of group numbers; of groups that nothing tells apart only one numbering is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.score import Score, score
from solver.solution import Solution
from solver.task import Task
from solver.terms import Choice
from solver.terms.choice import choices_of

Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Tried:
    """A grouping that breaks nothing, with the cheapest of its options."""

    score: Score
    pairs: Pairs


def every_grouping(task: Task) -> list[Tried]:
    """All groupings that break nothing; of a task with a margin, by its floor.

    Only where groups share out no option: then the cheapest of each group is the best.
    """
    found = []
    for seats in _seatings(task):
        grouping = _chosen(task, np.array(seats, dtype=np.int64))
        if grouping is not None and (known := score(task, grouping)).hard == 0:
            found.append(Tried(known, pairs_of(seats, task.groups)))
    return found


def pairs_of(seats: Sequence[int], outside: int) -> Pairs:
    """The pairs that share a group."""
    return frozenset(
        (i, j) for i, j in combinations(range(len(seats)), 2) if seats[i] == seats[j] != outside
    )


def difference(one: Pairs, other: Pairs) -> Fraction:
    """1 less the share that is common, of the pairs of whichever has fewer; 0 without pairs."""
    fewer = min(len(one), len(other))
    return 1 - Fraction(len(one & other), fewer) if fewer else Fraction(0)


def best_unlike(every: Sequence[Tried], before: Sequence[Pairs], differ: Fraction) -> Score | None:
    """The best score of all groupings that differ so from all before; None where there is none."""
    return min(
        (
            tried.score
            for tried in every
            if all(difference(tried.pairs, pairs) >= differ for pairs in before)
        ),
        default=None,
    )


def good_enough(best: Score, other: Score, loss: Fraction) -> bool:
    """As many placed, in as many groups, who stand as high; other levels within the loss."""
    same = (other.not_placed, other.groups_off, other.standing) == (
        best.not_placed,
        best.groups_off,
        best.standing,
    )
    levels = ((other.worst, best.worst), (other.alike, best.alike), (other.points, best.points))
    return same and all(one - now <= int(loss * abs(now)) for one, now in levels)


def faults(
    every: Sequence[Tried],
    found: Sequence[Solution],
    *,
    complete: bool,
    count: int,
    differ: Fraction,
    loss: Fraction,
) -> list[str]:
    """What is wrong with a list of answers, step by step; empty where nothing is."""
    wrong: list[str] = []
    before: list[Pairs] = []
    for number, solution in enumerate(found):
        grouping = solution.grouping
        best = best_unlike(every, before, differ)
        if solution.score != best:
            wrong.append(f"answer {number}: {solution.score}, best {best}")
        if not good_enough(found[0].score, solution.score, loss):
            wrong.append(f"answer {number}: not good enough")
        pairs = pairs_of(grouping.assignment.tolist(), grouping.outside)
        if any(difference(pairs, other) < differ for other in before):
            wrong.append(f"answer {number}: too much as one before it")
        before.append(pairs)
    further = best_unlike(every, before, differ)
    more = further is not None and good_enough(found[0].score, further, loss)
    if len(found) < count and more:
        wrong.append(f"one more: {further}")
    if complete != (len(found) < count):
        wrong.append(f"complete {complete} with {len(found)} of {count}")
    return wrong


def _seatings(task: Task) -> Iterator[tuple[int, ...]]:
    """Everybody's group, K for outside, within the bounds of sizes and places."""
    kinds = [
        b"".join(
            [
                *(term.tells_apart(group) for term in task.terms),
                bytes([int(task.low[group]), int(task.high[group])]),
            ]
        )
        for group in range(task.groups)
    ]
    room = [int(high) for high in task.high]

    def seated(before: tuple[int, ...], sizes: list[int]) -> Iterator[tuple[int, ...]]:
        if len(before) == task.n:
            if _fits(task, sizes):
                yield before
            return
        tried = set()
        for group in range(task.groups):
            # an empty group like one that was tried already would only be another numbering
            empty = sizes[group] == 0
            if sizes[group] == room[group] or (empty and kinds[group] in tried):
                continue
            if empty:
                tried.add(kinds[group])
            more = [*sizes[:group], sizes[group] + 1, *sizes[group + 1 :]]
            yield from seated((*before, group), more)
        if len(before) - sum(sizes) < task.n - task.places.low:
            yield from seated((*before, task.groups), sizes)

    return seated((), [0] * task.groups)


def _fits(task: Task, sizes: Sequence[int]) -> bool:
    within = all(
        low <= size or (size == 0 and task.may_close)
        for size, low in zip(sizes, task.low, strict=True)
    )
    return within and task.places.low <= sum(sizes) <= task.places.high


def _chosen(task: Task, seats: IntArray) -> Grouping | None:
    """The grouping with each group's cheapest options; None where no option is allowed."""
    bare = Grouping(seats, task.groups)
    choices = {}
    for term in choices_of(task.terms):
        table = np.full((task.groups, term.take), -1, dtype=np.int64)
        for group, members in bare.open_groups():
            cost = _cost_of(term, members)
            allowed = [
                taken
                for taken in combinations(range(term.options), term.take)
                if term.allowed[members][:, list(taken)].all()
            ]
            if not allowed:
                return None
            table[group] = min(allowed, key=cost)
        choices[term.name] = table
    return Grouping(seats, task.groups, choices)


def _cost_of(term: Choice, members: IntArray) -> Callable[[tuple[int, ...]], int]:
    return lambda taken: int(term.cost[members][:, list(taken)].sum())
