"""Where everybody sat before, and who may not or would rather not sit elsewhere now."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.errors import InvalidTaskError
from solver.grouping import Grouping
from solver.quantise import BoolArray, IntArray
from solver.task import Task
from solver.terms import Budget, Place

FIXED = "fixed"
"""Owner of the demands that a row stays where it was."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Before:
    """``seats`` (n,): the group of each row before, 0 … K-1; K: it had none; -1: it is new.

    ``fixed`` (n,): may not be moved, and gets no group where it had none; ``rather_not`` (n,):
    would rather not be moved, which says nothing of rows that had no group.
    """

    seats: IntArray
    fixed: BoolArray
    rather_not: BoolArray

    def check(self, task: Task) -> None:
        """Raises InvalidTaskError (``shape``) where it is not about these rows and groups."""
        for name in ("seats", "fixed", "rather_not"):
            if getattr(self, name).shape != (task.n,):
                raise InvalidTaskError("shape", term=name, n=task.n)
        if self.seats.min() < -1 or self.seats.max() > task.groups:
            raise InvalidTaskError("shape", term="seats", groups=task.groups)

    def had(self, groups: int) -> BoolArray:
        """(n,) who had one of so many groups, and so can be moved."""
        return (self.seats >= 0) & (self.seats < groups)

    def moved(self, grouping: Grouping) -> IntArray:
        """The rows that had a group and sit in another one now, or in none; ascending."""
        elsewhere = self.had(grouping.groups) & (grouping.assignment != self.seats)
        return np.flatnonzero(elsewhere).astype(np.int64)

    def unwilling(self, grouping: Grouping) -> int:
        """How many of those that moved would rather not."""
        return int(np.count_nonzero(self.rather_not[self.moved(grouping)]))

    def move_costs(self, groups: int) -> IntArray:
        """(n, K+1) 1 for every row that had a group, wherever else it sits."""
        costs = np.zeros((self.seats.size, groups + 1), dtype=np.int64)
        rows = np.flatnonzero(self.had(groups))
        costs[rows] = 1
        costs[rows, self.seats[rows]] = 0
        return costs

    def unwilling_costs(self, groups: int) -> IntArray:
        """(n, K+1) the same, of the rows alone that would rather not move."""
        return self.move_costs(groups) * self.rather_not.reshape(-1, 1)

    def stays(self, groups: int) -> Place:
        """The demand that who may not be moved sits where it sat, or nowhere; a piece a row."""
        about = np.flatnonzero(self.fixed).astype(np.int64)
        allowed = np.zeros((about.size, groups + 1), dtype=np.bool_)
        kept = np.where(self.had(groups), self.seats, groups)[about]
        allowed[np.arange(about.size), kept] = True
        n = self.seats.size
        return Place(name="rows that stay", owner=FIXED, allowed=allowed, about=about, n=n)

    def at_most(self, moves: int, unwilling: int, groups: int) -> tuple[Budget, ...]:
        """The demands that no more rows move, and no more of those who would rather not."""
        limits = [("rows that move", self.move_costs(groups), moves)]
        if self.rather_not.any():
            limits.append(("unwilling rows", self.unwilling_costs(groups), unwilling))
        none = np.empty(0, dtype=np.int64)
        return tuple(
            Budget(name=name, edges=none.reshape(0, 2), costs=none, seats=costs, most=most)
            for name, costs, most in limits
        )
