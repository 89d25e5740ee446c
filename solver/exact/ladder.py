"""Who is placed where who stands higher comes first: settled from the highest standing down.

A run of standings of which everybody can be placed costs one verdict, and each that cannot a few
more: so hundreds of rows cost about as many verdicts as there are rows that a must keeps out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from solver.exact.cp_sat import cp_model
from solver.exact.feasible import counted
from solver.exact.model import groups_off, new_solver, not_placed, post_musts
from solver.exact.variables import Linear, Variables, total
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.score import score
from solver.sizes import most_placed
from solver.task import Task

Demand: TypeAlias = "cp_model.BoundedLinearExpression | bool"
EACH = 2.0
"""Deterministic seconds for one verdict, at most."""


@dataclass(frozen=True)
class Settled:
    """``grouping`` breaks nothing; ``proven``: nobody who stands higher could be placed instead."""

    grouping: Grouping
    proven: bool


def settle(task: Task, known: Grouping, *, seed: int, deterministic_limit: float) -> Settled:
    """The best by standing among groupings that break nothing, whatever else they cost.

    ``known`` breaks nothing; as many are placed, in as many groups, or more. Of a task with
    standing and without a floor. ``deterministic_limit`` is for all verdicts.
    """
    ladder = _Ladder(task, seed, deterministic_limit, known)
    ladder.count()
    ladder.climb()
    return Settled(ladder.known, ladder.proven)


@dataclass(eq=False)
class _Ladder:
    """What is known of the counts of each standing, from the highest, and what is settled."""

    task: Task
    seed: int
    left: float
    known: Grouping
    proven: bool = True
    v: Variables = field(init=False)
    classes: list[IntArray] = field(init=False)

    def __post_init__(self) -> None:
        values = self.task.standing if self.task.standing is not None else np.empty(0)
        self.classes = [np.flatnonzero(values == one) for one in np.unique(values)[::-1]]
        self.v = Variables(self.task)
        post_musts(self.v)

    def count(self) -> None:
        """Settles how many are placed, and how many groups are open."""
        task, v = self.task, self.v
        now = score(task, self.known)
        if now.groups_off or now.not_placed > task.n - most_placed(task):
            status = self._ask(least=counted(v))
            self.proven = status == cp_model.OPTIMAL
            now = score(task, self.known)
        v.model.add(not_placed(v) <= now.not_placed)
        v.model.add(groups_off(v) <= now.groups_off)

    def climb(self) -> None:
        """Settles how many of each standing are placed."""
        at, ahead = 0, 1
        room = int(self.known.sizes().sum())
        while at < len(self.classes) and room > 0:
            goals = self._goals(at, room)
            if self._placed(at) == goals[0]:
                self._fix(at)
                room -= goals[0]
                at += 1
                continue
            asked = [self._of(at + k) >= goal for k, goal in enumerate(goals[:ahead])]
            status = self._ask(*asked)
            if status == cp_model.OPTIMAL:
                ahead *= 2
            elif ahead > 1:
                ahead = 1
            else:
                self._most(at, goals[0], status)
                self._fix(at)
                room -= self._placed(at)
                at += 1

    def _most(self, at: int, goal: int, status: int) -> None:
        """As many of one standing as can be placed, where fewer than ``goal`` can, it seems."""
        if goal > self._placed(at) + 1:
            status = self._ask(self._of(at) < goal, least=-self._of(at))
            self.proven = self.proven and status == cp_model.OPTIMAL
        else:
            self.proven = self.proven and status == cp_model.INFEASIBLE

    def _goals(self, at: int, room: int) -> list[int]:
        """How many of each standing from ``at`` on would be placed if no must forbade it."""
        goals = []
        for rows in self.classes[at:]:
            if room <= 0:
                break
            goals.append(min(int(rows.size), room))
            room -= goals[-1]
        return goals

    def _placed(self, at: int) -> int:
        """How many of a standing are placed in what is known."""
        seats = self.known.assignment[self.classes[at]]
        return int(np.count_nonzero(seats != self.known.outside))

    def _of(self, at: int) -> Linear:
        """How many of a standing are placed."""
        outside = self.task.groups
        return total([1 - self.v.is_in(int(row), outside) for row in self.classes[at]])

    def _fix(self, at: int) -> None:
        self.v.model.add(self._of(at) == self._placed(at))

    def _ask(
        self, *demands: cp_model.BoundedLinearExpression | bool, least: Linear | None = None
    ) -> int:
        """Whether these can be met beside what is settled; what is found becomes what is known."""
        if self.left <= 0:
            return int(cp_model.UNKNOWN)
        self.v.hint(self.known)
        model = self.v.model.clone()
        for demand in demands:
            model.add(demand)
        if least is not None:
            model.minimize(least)
        solver = new_solver(self.seed, min(EACH, self.left))
        status = int(solver.solve(model))
        self.left -= float(solver.response_proto.deterministic_time)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self.known = self.v.extract(solver)
        return status
