"""Numbers the groups: by their smallest member id; a pinned group keeps its own number."""

from __future__ import annotations

import numpy as np

from solver.grouping import Grouping
from solver.problem import Problem
from solver.terms import Place, Stay


def numbered(grouping: Grouping, problem: Problem) -> Grouping:
    """The same groups in their order. Rows are sorted by id, so the first row decides.

    Only groups that the problem cannot tell apart change places: they take the numbers they have
    between them in order, closed ones last.
    """
    groups = grouping.groups
    first = {g: int(members[0]) for g, members in grouping.open_groups()}
    alike: dict[bytes, list[int]] = {}
    for group in range(groups):
        alike.setdefault(_signature(problem, group), []).append(group)
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


def _signature(problem: Problem, group: int) -> bytes:
    """Equal for groups that no bound, pin or earlier composition tells apart."""
    parts = [problem.low[group].tobytes(), problem.high[group].tobytes()]
    for term in problem.terms:
        if isinstance(term, Place):
            parts.append(term.allowed[:, group].tobytes())
        elif isinstance(term, Stay):
            parts.append((term.previous == group).tobytes())
    return b"".join(parts)
