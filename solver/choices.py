"""Which options a group takes: those that fewest members refuse, then the cheapest, then the first.

The one place where this is said: for prices, for first groupings, and after somebody moved by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from solver.grouping import Grouping
from solver.quantise import BoolArray, IntArray
from solver.task import Task
from solver.terms import Choice, Term
from solver.terms.choice import choices_of


def best_options(
    term: Choice, members: IntArray, *, own: IntArray | None = None, full: BoolArray | None = None
) -> IntArray:
    """(take,) options for a group of ``members``, ascending.

    Among those that fewest refuse, options in ``own`` come before others. An option that is
    ``full`` (m,) counts as refused once more.
    """
    refused = (~term.allowed[members]).sum(axis=0)
    if full is not None:
        refused = refused + full
    other = np.ones(term.options, dtype=np.bool_)
    if own is not None:
        other = ~np.isin(np.arange(term.options), own)
    return _first(term.take, refused, other, term.cost[members].sum(axis=0))


def with_cheapest_choices(terms: Sequence[Term], seats: IntArray, task: Task) -> Grouping:
    """A grouping in which each open group takes its best options; of ``task`` only the groups."""
    bare = Grouping(seats, task.groups)
    is_open = bare.sizes() > 0
    choices = {}
    for term in choices_of(terms):
        refused, cost = (
            _per_group(table, seats, task.groups) for table in (~term.allowed, term.cost)
        )
        taken = _first(term.take, refused, cost)
        choices[term.name] = np.where(is_open.reshape(-1, 1), taken, -1)
    return Grouping(seats, task.groups, choices)


def rechosen(task: Task, grouping: Grouping, groups: Iterable[int]) -> Grouping:
    """``grouping`` where each of ``groups`` chooses anew, and keeps its own where it may.

    An option that other groups already take to its capacity comes last. A closed group takes none.
    """
    choices = dict(grouping.choices)
    for term in choices_of(task.terms):
        taken = choices[term.name].copy()
        for group in sorted(set(groups)):
            if group < grouping.groups:
                members = grouping.members(group)
                others = np.delete(taken, group, axis=0)
                used = np.bincount(others[others >= 0], minlength=term.options)
                full = used >= term.capacity
                taken[group] = (
                    best_options(term, members, own=taken[group], full=full) if members.size else -1
                )
        choices[term.name] = taken
    return Grouping(grouping.assignment, grouping.groups, choices)


def _first(take: int, *levels: IntArray | BoolArray) -> IntArray:
    """The options (…, take) that come first, ascending; by ``levels`` (…, m), the first decides."""
    return np.sort(np.lexsort(levels[::-1])[..., :take]).astype(np.int64)


def _per_group(table: IntArray | BoolArray, seats: IntArray, groups: int) -> IntArray:
    """(K, m) the sums of a table (n, m) over the members of each group."""
    sums = np.zeros((groups + 1, table.shape[1]), dtype=np.int64)
    np.add.at(sums, seats, table)
    return sums[:groups]
