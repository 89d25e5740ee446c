"""Numbers the groups: by their smallest member id; a pinned group keeps its own number."""

from __future__ import annotations

import numpy as np

from solver.grouping import Grouping
from solver.task import Task


def numbered(grouping: Grouping, task: Task) -> Grouping:
    """The same groups in their order. Rows are sorted by id, so the first row decides.

    Only groups that the task cannot tell apart change places: they take the numbers they have
    between them in order, closed ones last.
    """
    groups = grouping.groups
    first = {g: int(members[0]) for g, members in grouping.open_groups()}
    alike: dict[bytes, list[int]] = {}
    for group in range(groups):
        alike.setdefault(_signature(task, group), []).append(group)
    place = np.arange(groups + 1)
    for free in alike.values():
        ordered = sorted(free, key=lambda g: (first.get(g, grouping.assignment.size), g))
        place[ordered] = free
    choices = {}
    for name, taken in grouping.choices.items():
        moved = np.empty_like(taken)
        moved[place[:groups]] = taken
        choices[name] = moved
    return Grouping(place[grouping.assignment], groups, choices)


def _signature(task: Task, group: int) -> bytes:
    """Equal for groups that no bound, pin or earlier composition tells apart."""
    parts = [task.low[group].tobytes(), task.high[group].tobytes()]
    return b"".join([*parts, *(term.tells_apart(group) for term in task.terms)])
