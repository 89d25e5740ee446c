"""One circuit through all rows, by CP-SAT: the cheapest, and of those the first."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np

from solver.exact.cp_sat import cp_model
from solver.exact.model import new_solver
from solver.pairing.asked_links import Asked, Link
from solver.pairing.one_tree import links_of_rings
from solver.pairing.short_ring import short_ring

Costs = list[list[int]]
"""(m, m) of each link."""
FAR = 2**60
"""More than any cost."""
FEW = 12
"""Up to so many rows all links are there: proving that some cannot be takes as long."""
Circuit = tuple[int, ...]
"""(m,) row → the next row."""


def cheapest_circuit(asked: Asked) -> Circuit | None:
    """The cheapest of the allowed circuits with all that is pinned, proven; None: there is none.

    Ties: whoever follows row 0 comes first in the order of rows, then whoever follows that row, and
    so on. Without a limit of time: what is proven takes as long as it takes.
    """
    short = short_ring(asked) if _is_cut(asked) else None
    found = _cheapest(asked if short is None else _cut(asked, short))
    if found is None:
        return None
    found = _turned(asked, found)
    asked = _cut(asked, asked.of(tuple(enumerate(found))))
    costs = _small(asked)
    return found if _is_alone(asked, costs, found) else _first(asked, costs, found)


def has_circuit(asked: Asked, *, deterministic_limit: float) -> bool | None:
    """Whether there is any; None where the time was too short to know."""
    model = _Model(asked)
    found = model.solve(deterministic_limit)
    return True if found is not None else (False if model.is_proven else None)


def _cheapest(asked: Asked) -> Circuit | None:
    model = _Model(asked)
    model.minimise(_small(asked))
    return model.solve()


def _is_cut(asked: Asked) -> bool:
    """Whether some links are left out beforehand: those of a small circuit are few already."""
    return asked.is_mutual and asked.m > FEW


def _cut(asked: Asked, most: int) -> Asked:
    """The same with fewer links: some that no circuit of at most ``most`` has are left out."""
    if not _is_cut(asked):
        return asked
    return replace(asked, allowed=links_of_rings(asked, most))


def _small(asked: Asked) -> Costs:
    """Smaller costs, by which circuits rank the same.

    Each row has one link out of it and one into it, so what all of these cost at least may go; and
    what divides all that is left. Large numbers that differ little are hard on CP-SAT.
    """
    costs = np.where(asked.links, asked.costs, 0)
    for axis in (1, 0):
        least = np.where(asked.links, costs, FAR).min(axis=axis, keepdims=True)
        costs = np.where(asked.links, costs - least, 0)
    small: Costs = (costs // max(int(np.gcd.reduce(costs, axis=None)), 1)).tolist()
    return small


def _is_alone(asked: Asked, costs: Costs, found: Circuit) -> bool:
    """Whether no other circuit costs as little, but the same the other way round.

    The costs are minimised too: by them CP-SAT's linear part proves it in a tenth of the time.
    """
    model = _Model(asked)
    model.minimise(costs)
    model.at_most(costs, found)
    model.other_than(found)
    if asked.is_mutual:
        model.other_than(_backwards(found))
    return model.solve() is None


def _first(asked: Asked, costs: Costs, found: Circuit) -> Circuit:
    """Row by row from row 0: the first that can follow at no more cost."""
    at, links = 0, list[Link]()
    for _ in range(asked.m - 1):
        passed = {row for link in links for row in link}
        earlier = [j for j in range(found[at]) if asked.links[at, j] and j not in {*passed, at, 0}]
        if earlier:
            model = _Model(asked)
            model.at_most(costs, found)
            for link in links:
                model.keep(link)
            model.first_after(at)
            found = model.solve() or found
        links.append((at, found[at]))
        at = found[at]
    return found


def _turned(asked: Asked, found: Circuit) -> Circuit:
    """The same the other way round, where that may be, costs the same and comes first."""
    back = _backwards(found)
    free = asked.is_mutual and all(back[i] == j for i, j in asked.pinned)
    return back if free and back[0] < found[0] else found


def _backwards(found: Circuit) -> Circuit:
    before = {j: i for i, j in enumerate(found)}
    return tuple(before[row] for row in range(len(found)))


class _Model:
    """Which row follows which, as a circuit."""

    def __init__(self, asked: Asked) -> None:
        self.m, self.is_proven = asked.m, False
        self.model = cp_model.CpModel()
        self.follows: dict[Link, Any] = {
            (i, j): self.model.new_bool_var("")
            for i in range(self.m)
            for j in range(self.m)
            if asked.links[i, j]
        }
        never = self.model.new_constant(0)  # to itself: so that a row without links counts too
        self.model.add_circuit(
            [(i, j, is_next) for (i, j), is_next in self.follows.items()]
            + [(row, row, never) for row in range(self.m)]
        )
        for link in asked.pinned:
            self.keep(link)

    def keep(self, link: Link) -> None:
        """A link that is not there cannot be kept: then nothing fits."""
        self.model.add(self.follows.get(link, 0) == 1)

    def minimise(self, costs: Costs) -> None:
        self.model.minimize(self._total(costs))

    def first_after(self, row: int) -> None:
        """Whoever follows this row comes early in the order of rows."""
        rows = range(self.m)
        self.minimise([[j if i == row else 0 for j in rows] for i in rows])

    def at_most(self, costs: Costs, found: Circuit) -> None:
        """It costs no more than ``found``."""
        self.model.add(self._total(costs) <= sum(costs[i][j] for i, j in enumerate(found)))

    def other_than(self, found: Circuit) -> None:
        there = [self.follows[link] for link in enumerate(found)]
        self.model.add(cp_model.LinearExpr.sum(there) <= self.m - 1)

    def solve(self, deterministic_limit: float = math.inf) -> Circuit | None:
        """The circuit; None: there is none, or the time was too short to know (``is_proven``)."""
        solver = new_solver(0, deterministic_limit)
        solver.parameters.linearization_level = 2  # with the cuts of a circuit
        status = solver.solve(self.model)
        self.is_proven = status in {cp_model.OPTIMAL, cp_model.INFEASIBLE}
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return None
        after = {i: j for (i, j), is_next in self.follows.items() if solver.boolean_value(is_next)}
        return tuple(after[row] for row in range(self.m))

    def _total(self, costs: Costs) -> Any:
        weights = [costs[i][j] for i, j in self.follows]
        return cp_model.LinearExpr.weighted_sum(list(self.follows.values()), weights)
