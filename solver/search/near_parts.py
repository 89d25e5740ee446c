"""A round divided into parts of near groups, each a task by itself."""

from __future__ import annotations

import numpy as np

from solver.division import Division
from solver.grouping import Grouping
from solver.places import Places
from solver.quantise import FloatArray, IntArray
from solver.search.spatial import widest
from solver.sizes import most_placed
from solver.task import Task
from solver.terms import Term

MOST_ROWS = 4_000
"""A part has no more rows than this: what a search reads then stays near the processor."""
LEAST_VARIED = 0.3
"""A side is as good as another that varies so much less: or borders would always be the same."""
MIDDLE = 0.3, 0.7
"""Where along a side the groups are divided in two: anywhere between these, as it is drawn."""


def may_be_divided(task: Task) -> bool:
    """Whether what is best in every part is best in the whole, but for what crosses borders.

    Not where a level of the score is no sum over groups, or a term knows of all groups at once.
    """
    if task.fair or task.alike is not None or task.floor is not None:
        return False
    rows, groups = np.zeros(task.n, np.int64), np.zeros(task.groups, np.int64)
    whole = Division(rows, groups, 1, everyone=most_placed(task) == task.n)
    return all(term.in_parts(whole) is not None for term in task.terms)


def divided(
    grouping: Grouping,
    points: IntArray,
    weights: FloatArray,
    near: IntArray,
    draw: np.random.Generator,
) -> Division:
    """Near groups in one part: halves of halves across a wide side, not twice the same.

    ``points`` (n, d), ``weights`` (d,), ``near`` (n, m). A row outside goes with the first of its
    near rows that sits somewhere.
    """
    opened = grouping.opened
    means = opened.sums(points[opened.rows]) // opened.sizes.reshape(-1, 1)
    of, parts = _halves(means, opened.sizes, weights, draw)
    of_group = np.zeros(grouping.groups + 1, dtype=np.int64)
    of_group[opened.numbers] = of
    seats = grouping.assignment.copy()
    outside = grouping.members(grouping.outside)
    theirs = grouping.assignment[near[outside]]
    if theirs.size:
        sits = np.argmax(theirs != grouping.outside, axis=1)
        seats[outside] = theirs[np.arange(outside.size), sits]
    return Division(of_group[seats], of_group[:-1], parts, everyone=not outside.size)


def _halves(
    at: IntArray, count: IntArray, weights: FloatArray, draw: np.random.Generator
) -> tuple[IntArray, int]:
    """Which part each of the points belongs to, and how many parts there are."""
    of, parts = np.zeros(len(at), dtype=np.int64), 0
    waiting = [np.arange(len(at))]
    while waiting:
        here = waiting.pop()
        cut = int(here.size * draw.uniform(*MIDDLE))
        if count[here].sum() <= MOST_ROWS or cut == 0:
            of[here], parts = parts, parts + 1
            continue
        column = widest(at[here], weights * draw.uniform(LEAST_VARIED, 1, weights.size))
        order = np.argsort(at[here, column], kind="stable")
        waiting += [here[order[:cut]], here[order[cut:]]]
    return of, parts


def tasks_of(task: Task, grouping: Grouping, division: Division) -> list[Task]:
    """The task of every part: as many of its rows placed, in as many groups, as now."""
    terms = [_present(term.in_parts(division)) for term in task.terms]
    opened = grouping.sizes() > 0
    placed = grouping.assignment != grouping.outside
    found = []
    for part, (rows, groups) in enumerate(zip(division.rows, division.groups, strict=True)):
        found.append(
            Task(
                n=rows.size,
                low=task.low[groups],
                high=task.high[groups],
                terms=tuple(each[part] for each in terms),
                places=Places.exactly(int(np.count_nonzero(placed[rows]))),
                lot=task.last[rows],
                may_close=task.may_close,
                wished_groups=int(np.count_nonzero(opened[groups])),
                standing=None if task.standing is None else task.standing[rows],
            )
        )
    return found


def _present(each: list[Term] | None) -> list[Term]:
    if each is None:
        raise AssertionError("a term that knows of all groups at once")
    return each


def near_within(near: IntArray, division: Division, part: int) -> IntArray:
    """(rows, m) of ``near`` (n, m) what is within a part, in turn where that is not all.

    A row that has nobody near it there is near itself, by which no move is proposed.
    """
    rows = division.rows[part]
    theirs = near[rows]
    inside = division.of_row[theirs] == part
    count = inside.sum(axis=1, keepdims=True)
    first = np.argsort(~inside, axis=1, kind="stable")
    turn = np.arange(near.shape[1]) % np.maximum(count, 1)
    chosen = np.take_along_axis(theirs, np.take_along_axis(first, turn, axis=1), axis=1)
    within: IntArray = division.row_within[np.where(count > 0, chosen, rows.reshape(-1, 1))]
    return within
