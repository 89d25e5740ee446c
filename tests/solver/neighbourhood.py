"""Every single move, swap and change of an option from a grouping, by the definitions alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.score import Score, score
from solver.task import Task
from solver.terms.choice import choices_of


def better(task: Task, grouping: Grouping) -> Score | None:
    """The score of one that is better than ``grouping``; None where no single move gains."""
    now = score(task, grouping)
    scores = (score(task, other) for other in near(task, grouping))
    return next((found for found in scores if found < now), None)


def near(task: Task, grouping: Grouping) -> Iterator[Grouping]:
    """One row elsewhere or outside, two rows in each other's place, or one option changed."""
    seats, outside = grouping.assignment, grouping.outside
    for row, group in product(range(task.n), range(outside + 1)):
        if seats[row] != group:
            moved = seats.copy()
            moved[row] = group
            yield from _chosen(task, grouping, moved)
    for i, j in combinations(range(task.n), 2):
        if seats[i] != seats[j]:
            moved = seats.copy()
            moved[[i, j]] = moved[[j, i]]
            yield Grouping(moved, outside, grouping.choices)
    for term in choices_of(task.terms):
        taken = grouping.choices[term.name]
        for group, _ in grouping.open_groups():
            others = [o for o in range(term.options) if o not in taken[group]]
            for slot, option in product(range(term.take), others):
                changed = taken.copy()
                changed[group, slot] = option
                changed[group].sort()
                yield Grouping(seats, outside, {**grouping.choices, term.name: changed})


def _chosen(task: Task, before: Grouping, seats: IntArray) -> Iterator[Grouping]:
    """The seats with the options as they are; a group that opens takes any, a closed one none."""
    sizes, was = Grouping(seats, before.groups).sizes(), before.sizes()
    opened = [g for g in range(before.groups) if sizes[g] and not was[g]]
    kept: dict[str, IntArray] = {}
    for name, taken in before.choices.items():
        kept[name] = np.where((sizes > 0).reshape(-1, 1), taken, -1)
    choices = [
        [(term.name, group, options) for options in combinations(range(term.options), term.take)]
        for term in choices_of(task.terms)
        for group in opened
    ]
    for chosen in product(*choices):
        tables: Mapping[str, IntArray] = {name: taken.copy() for name, taken in kept.items()}
        for name, group, options in chosen:
            tables[name][group] = options
        yield Grouping(seats, before.groups, tables)
