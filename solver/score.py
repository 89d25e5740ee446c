"""The score of a grouping: lexicographic, all integers, smaller is better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from solver.grouping import Grouping
from solver.task import Task
from solver.terms import Charge


@dataclass(frozen=True, order=True)
class Score:
    """Compared field by field, in this order.

    ``hard``: breaches (0 in every composed answer) · ``not_placed``: rows outside every group ·
    ``groups_off``: distance of the number of open groups to the wished number · ``worst``: the
    most points that one open group has of its own (0 where the task is not fair) · ``points``:
    sum of price × amount · ``lot``: sum of the lot ranks of the placed rows.
    """

    hard: int
    not_placed: int
    groups_off: int
    worst: int
    points: int
    lot: int


def score(task: Task, grouping: Grouping) -> Score:
    """The score by the terms' definitions alone."""
    return score_of(task, grouping, [term.charge(grouping) for term in task.terms])


def score_of(task: Task, grouping: Grouping, charges: Sequence[Charge]) -> Score:
    """The score, where what every term charges is known."""
    placed = grouping.assignment != grouping.outside
    return Score(
        hard=structural_breaches(task, grouping) + sum(int(c.breaches.sum()) for c in charges),
        not_placed=int(np.count_nonzero(~placed)),
        groups_off=abs(int(np.count_nonzero(grouping.sizes())) - task.wished_groups),
        worst=_worst(task, grouping, charges) if task.fair else 0,
        points=sum(int(c.points.sum()) for c in charges),
        lot=int(task.lot[placed].sum()),
    )


def _worst(task: Task, grouping: Grouping, charges: Sequence[Charge]) -> int:
    """The most points of one open group (0: none is open), without what belongs to no group."""
    own = np.zeros(task.groups, dtype=np.int64)
    for charge in charges:
        own += charge.points[: task.groups]
    own = own[grouping.sizes() > 0]
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
