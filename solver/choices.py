"""Choices after somebody moved by hand: a group keeps what it took, unless that costs a breach."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Choice


def rechosen(task: Task, grouping: Grouping, groups: Iterable[int]) -> Grouping:
    """``grouping`` where each of ``groups`` takes the options that fewest members refuse.

    Among those it keeps its own, then takes the cheapest, then the first; an option that other
    groups already take to its capacity comes last. A closed group takes none.
    """
    choices = dict(grouping.choices)
    for term in task.terms:
        if isinstance(term, Choice):
            taken = choices[term.name].copy()
            for group in sorted(set(groups)):
                if group < grouping.groups:
                    taken[group] = _best(term, taken, group, grouping.members(group))
            choices[term.name] = taken
    return Grouping(grouping.assignment, grouping.groups, choices)


def _best(term: Choice, taken: IntArray, group: int, members: IntArray) -> IntArray:
    if members.size == 0:
        return np.full(term.take, -1, dtype=np.int64)
    others = np.delete(taken, group, axis=0)
    used = np.bincount(others[others >= 0], minlength=term.options)
    refused = (~term.allowed[members]).sum(axis=0) + (used >= term.capacity)
    other = ~np.isin(np.arange(term.options), taken[group])
    order = np.lexsort((term.cost[members].sum(axis=0), other, refused))
    return np.sort(order[: term.take]).astype(np.int64)
