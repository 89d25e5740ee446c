"""Which options a group takes: those that fewest members refuse, then the cheapest, then the first.

The one place where this is said: for prices, for first groupings, and after somebody moved by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from solver.grouping import Grouping, OpenGroups
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
    choices = {}
    for term in choices_of(terms):
        choices[term.name] = np.full((task.groups, term.take), -1, dtype=np.int64)
        choices[term.name][bare.opened.numbers] = _first(term.take, *_counted(term, bare.opened))
    return replace(bare, choices=choices)


def rechosen(task: Task, grouping: Grouping, groups: Iterable[int]) -> Grouping:
    """``grouping`` where each of ``groups`` chooses anew, and keeps its own where it may.

    An option that other groups already take to its capacity comes last. A closed group takes none.
    """
    choices = dict(grouping.choices)
    again = sorted({group for group in groups if group < grouping.groups})
    for term in choices_of(task.terms):
        taken = choices[term.name].copy()
        used = np.bincount(taken[taken >= 0], minlength=term.options)
        for group in again:
            members, own = grouping.members(group), taken[group]
            np.subtract.at(used, own[own >= 0], 1)
            full = used >= term.capacity
            taken[group] = best_options(term, members, own=own, full=full) if members.size else -1
            np.add.at(used, taken[group][taken[group] >= 0], 1)
        choices[term.name] = taken
    return replace(grouping, choices=choices)


def _first(take: int, *levels: IntArray | BoolArray) -> IntArray:
    """The options (…, take) that come first, ascending; by ``levels`` (…, m), the first decides."""
    return np.sort(np.lexsort(levels[::-1])[..., :take]).astype(np.int64)


def _counted(term: Choice, opened: OpenGroups) -> tuple[IntArray, IntArray]:
    """(g, m) each: how many members of each open group refuse an option, and what it costs them."""
    allow = opened.sums(term.allowed[opened.rows])
    return opened.sizes.reshape(-1, 1) - allow, opened.sums(term.cost[opened.rows])
