"""The score of a grouping: lexicographic, all integers, smaller is better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from solver.enough import Alike
from solver.grouping import Grouping
from solver.quantise import BoolArray, IntArray
from solver.task import Task
from solver.terms import Charge


@dataclass(frozen=True, order=True)
class Score:
    """Compared field by field, in this order.

    ``hard``: breaches (0 in every composed answer) · ``not_placed``: rows outside every group ·
    ``groups_off``: distance of the number of open groups to the wished number · ``standing``: who
    is placed, where who stands higher comes first (see :func:`standing_of`; () where the task has
    no standing) · ``worst``: the most points that one open group has of its own (0 where the task
    is not fair) · ``alike``: points of the task's wishes of likeness above their bound (0 where it
    has none) · ``points``: sum of price × amount of all other wishes · ``lot``: sum of the
    ranks of the placed rows in the last tie-break (see :attr:`solver.task.Task.last`).
    What is wished per member is divided, and rounded down, once in a group: see
    :func:`points_by_group`.
    """

    hard: int
    not_placed: int
    groups_off: int
    standing: tuple[int, ...]
    worst: int
    alike: int
    points: int
    lot: int


def score(task: Task, grouping: Grouping) -> Score:
    """The score by what the terms charge, with all groups at once."""
    return score_of(task, grouping, [term.charge(grouping) for term in task.terms])


def score_of(task: Task, grouping: Grouping, charges: Sequence[Charge]) -> Score:
    """The score, where what every term charges is known."""
    placed = grouping.assignment != grouping.outside
    pairs = list(zip(task.terms, charges, strict=True))
    likeness = [charge for term, charge in pairs if term.name in task.alike_terms]
    others = [charge for term, charge in pairs if term.name not in task.alike_terms]
    return Score(
        hard=structural_breaches(task, grouping) + sum(int(c.breaches.sum()) for c in charges),
        not_placed=int(np.count_nonzero(~placed)),
        groups_off=abs(int(np.count_nonzero(grouping.sizes())) - task.wished_groups),
        standing=standing_of(task, placed),
        worst=_worst(task, grouping, others) if task.fair else 0,
        alike=_above(task.alike, grouping, likeness),
        points=int(points_by_group(grouping, others).sum()),
        lot=int(task.last[placed].sum()),
    )


def standing_of(task: Task, placed: BoolArray) -> tuple[int, ...]:
    """Who is placed (n,), by standing: the smaller, the better.

    Without a ``floor`` one number for each standing that occurs, from the highest: minus how many
    of those who have it are placed. Compared one by one that says the same as the standings of the
    placed rows themselves, sorted from the highest, where as many are placed. With a floor one
    number: by how much the sum of their standings is below it.
    """
    if task.standing is None:
        return ()
    if task.floor is not None:
        return (max(task.floor - int(task.standing[placed].sum()), 0),)
    highest_first = np.unique(task.standing)[::-1]
    return tuple(-int(np.count_nonzero(task.standing[placed] == one)) for one in highest_first)


def points_by_group(grouping: Grouping, charges: Sequence[Charge]) -> IntArray:
    """(K+1,) points of every group, and of none, by wishes of one level of the score.

    What they cost per member is one sum over the group's size, rounded down once.
    """
    points = np.zeros(grouping.groups + 1, dtype=np.int64)
    rest = points.copy()
    for charge in charges:
        points += charge.points
        rest += charge.rest
    points[:-1] += rest[:-1] // np.maximum(grouping.sizes(), 1)
    return points


def _above(alike: Alike | None, grouping: Grouping, charges: Sequence[Charge]) -> int:
    """Points of the wishes of likeness above what is enough."""
    if alike is None:
        return 0
    return max(int(points_by_group(grouping, charges).sum()) - alike.bound, 0)


def _worst(task: Task, grouping: Grouping, charges: Sequence[Charge]) -> int:
    """The most points of one open group (0: none is open), without what belongs to no group."""
    own = points_by_group(grouping, charges)[: task.groups][grouping.sizes() > 0]
    return int(own.max()) if own.size else 0


def structural_breaches(task: Task, grouping: Grouping) -> int:
    """Members short of or above a group's bounds, and rows placed outside ``places``.

    A closed group breaks no bound where groups may stay closed.
    """
    sizes = grouping.sizes()
    short = np.maximum(task.low - sizes, 0)
    if task.may_close:
        short[sizes == 0] = 0
    over = np.maximum(sizes - task.high, 0)
    placed = int(sizes.sum())
    outside_places = max(task.places.low - placed, 0) + max(placed - task.places.high, 0)
    return int(short.sum() + over.sum()) + outside_places
