"""Fewest rows without a place, groups as wished, then the least of what seats cost: in turn.

What rows cost by where they sit is how many move, or how many of those who would rather not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from solver.exact.cp_sat import cp_model
from solver.exact.feasible import counted
from solver.exact.model import new_solver, post_musts
from solver.exact.variables import Linear, Variables, total
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.task import Task

AT_ONCE = 0.5
"""Share of the time for all levels at once, which mostly is enough; the rest is for each alone."""


@dataclass(frozen=True)
class Fewest:
    """``grouping`` breaks nothing; None: none was found, or there is none (``infeasible``).

    ``proven``: how many of the levels, the first ones, are proven to be the least.
    """

    grouping: Grouping | None
    proven: int
    infeasible: bool = False


def fewest_moves(
    task: Task,
    costs: Sequence[IntArray],
    near: IntArray,
    *,
    seed: int,
    deterministic_limit: float,
    deadline: float | None = None,
    is_over: Callable[[], bool] = lambda: False,
) -> Fewest:
    """The least in turn: rows outside and groups off, as one level, then each of ``costs``.

    ``costs``: (n, K+1) each, 0 or more, of every row where it sits; ``near`` (n,): seats that a
    search for it begins at, -1: anywhere. ``deterministic_limit`` is for all verdicts together;
    ``deadline``: a moment of ``time.monotonic()``; ``is_over`` is asked between two verdicts.
    """
    run = _Run(task, costs, seed, deterministic_limit, deadline, is_over)
    run.v.hint(Grouping(near, task.groups))
    run.all_at_once()
    for number in range(run.proven, len(run.levels)):
        if run.found is not None:
            run.alone(number)
    return Fewest(run.found, run.proven, run.infeasible)


@dataclass(eq=False)
class _Run:
    """What is found so far, and how many of the levels are proven."""

    task: Task
    costs: Sequence[IntArray]
    seed: int
    left: float
    deadline: float | None
    is_over: Callable[[], bool]
    found: Grouping | None = None
    proven: int = 0
    infeasible: bool = False
    v: Variables = field(init=False)
    levels: list[Linear] = field(init=False)
    values: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.v = Variables(self.task)
        post_musts(self.v)
        self.levels = [counted(self.v), *(_spent(self.v, cost) for cost in self.costs)]
        self.values = []

    def all_at_once(self) -> None:
        """All levels as one sum, in which a level outweighs all that come after it."""
        above = [1 + int(cost.max(axis=1).sum()) for cost in self.costs]
        weights = [int(np.prod(above[at:], dtype=object)) for at in range(len(above) + 1)]
        whole = total([w * level for w, level in zip(weights, self.levels, strict=True)])
        bound = self._ask(whole, self.left * AT_ONCE)
        if self.found is None or bound is None:
            return
        value = sum(w * x for w, x in zip(weights, self.values, strict=True))
        while self.proven < len(weights) and bound // weights[self.proven] == (
            value // weights[self.proven]
        ):
            self.proven += 1

    def alone(self, number: int) -> None:
        """One level, where no level before it may become worse than what is known."""
        for before in range(number):
            self.v.model.add(self.levels[before] <= self.values[before])
        bound = self._ask(self.levels[number], self.left)
        if self.proven == number and bound == self.values[number]:
            self.proven += 1

    def _ask(self, least: Linear, limit: float) -> int | None:
        """Makes a level small; what is found is known from then on. The bound that is proven."""
        seconds = None if self.deadline is None else self.deadline - time.monotonic()
        if limit <= 0 or (seconds is not None and seconds <= 0) or self.is_over():
            return None
        self.v.model.minimize(least)
        solver = new_solver(self.seed, limit, seconds)
        status = solver.solve(self.v.model)
        self.left -= float(solver.response_proto.deterministic_time)
        self.infeasible = status == cp_model.INFEASIBLE and self.found is None
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        self.found = self.v.extract(solver)
        self.values = [int(solver.value(level)) for level in self.levels]
        self.v.hint(self.found)
        return round(solver.best_objective_bound)


def _spent(v: Variables, cost: IntArray) -> Linear:
    """What the rows cost (n, K+1) where they sit."""
    return total([int(cost[i, g]) * v.is_in(int(i), int(g)) for i, g in np.argwhere(cost)])
