"""CP-SAT variables for a task, in a container that speaks verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from solver.exact.cp_sat import cp_model
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Choice
from solver.terms.choice import choices_of

Literal: TypeAlias = "cp_model.IntVar"
Linear: TypeAlias = "cp_model.LinearExpr | int"


class Variables:
    """Who sits in which group (or outside), how large groups are, and what they take."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.model = cp_model.CpModel()
        n, groups = task.n, task.groups
        self._in = [[self.model.new_bool_var("") for _ in range(groups + 1)] for _ in range(n)]
        for row in self._in:
            self.model.add_exactly_one(row)
        self._size = [
            self.model.new_int_var(0, min(n, int(task.high[g])), "") for g in range(groups)
        ]
        self._open = [self.model.new_bool_var("") for _ in range(groups)]
        for g in range(groups):
            self.model.add(self._size[g] == sum(self._in[i][g] for i in range(n)))
        self._by_size: dict[int, list[Literal]] = {}
        self._both: dict[tuple[int, int], Literal] = {}
        self._takes: dict[str, list[list[Literal]]] = {}
        for term in choices_of(task.terms):
            self._takes[term.name] = self._options(term)
        self._bound()

    def _bound(self) -> None:
        task, model = self.task, self.model
        for g in range(task.groups):
            model.add(self._size[g] >= int(task.low[g])).only_enforce_if(self._open[g])
            model.add(self._size[g] == 0).only_enforce_if(~self._open[g])
            if not task.may_close:
                model.add(self._open[g] == 1)
        placed = sum(self._size)
        model.add(placed >= task.places.low)
        model.add(placed <= task.places.high)

    def _options(self, term: Choice) -> list[list[Literal]]:
        table = []
        for g in range(self.task.groups):
            row = [self.model.new_bool_var("") for _ in range(term.options)]
            self.model.add(sum(row) == term.take).only_enforce_if(self._open[g])
            self.model.add(sum(row) == 0).only_enforce_if(~self._open[g])
            table.append(row)
        return table

    def none_per_group(self) -> list[Linear]:
        """Nothing yet in each group, and in none (the last entry)."""
        return [0] * (self.task.groups + 1)

    def is_in(self, row: int, group: int) -> Literal:
        """Row sits in group (K: outside)."""
        return self._in[row][group]

    def size(self, group: int) -> Literal:
        """Members of a group."""
        return self._size[group]

    def is_open(self, group: int) -> Literal:
        """The group has members."""
        return self._open[group]

    def has_size(self, group: int) -> list[Literal]:
        """Literals k → the group has exactly k members, k = 0 … its upper bound."""
        if group not in self._by_size:
            high = min(self.task.n, int(self.task.high[group]))
            found = [self.model.new_bool_var("") for _ in range(high + 1)]
            self.model.add_exactly_one(found)
            self.model.add(self._size[group] == sum(k * v for k, v in enumerate(found)))
            self._by_size[group] = found
        return self._by_size[group]

    def takes(self, name: str, group: int, option: int) -> Literal:
        """The group takes the option."""
        return self._takes[name][group][option]

    def both(self, a: Literal, b: Literal) -> Literal:
        """A literal that holds where both do; the same one whoever asks."""
        if (a.index, b.index) not in self._both:
            result = self.model.new_bool_var("")
            self.model.add_bool_and(a, b).only_enforce_if(result)
            self.model.add_bool_or(~a, ~b, result)
            self._both[a.index, b.index] = result
        return self._both[a.index, b.index]

    def per_member(self, group: int, total: Linear, low: int, high: int) -> tuple[Literal, Literal]:
        """``total // size`` of an open group and ``total % size``; 0 of a closed one.

        ``low``, ``high``: what the quotient cannot pass. Posted per size k as total = kq + r.
        """
        sizes = self.has_size(group)
        quotient = self.model.new_int_var(min(low, 0), max(high, 0), "")
        rest = self.model.new_int_var(0, max(len(sizes) - 2, 0), "")
        self.model.add(quotient == 0).only_enforce_if(sizes[0])
        self.model.add(rest == 0).only_enforce_if(sizes[0])
        for k, literal in list(enumerate(sizes))[1:]:
            self.model.add(total - k * quotient == rest).only_enforce_if(literal)
            self.model.add(rest <= k - 1).only_enforce_if(literal)
        return quotient, rest

    def above(self, value: Linear, limit: int, most: int) -> Literal:
        """max(value − limit, 0), at most ``most``."""
        result = self.model.new_int_var(0, max(most, 0), "")
        self.model.add_max_equality(result, [value - limit, 0])
        return result

    def fix(self, grouping: Grouping) -> None:
        """Everybody sits, and every group takes, as in ``grouping``."""
        for row, group in enumerate(grouping.assignment):
            self.model.add(self._in[row][int(group)] == 1)
        for name, table in self._takes.items():
            for group, options in enumerate(table):
                for option, literal in enumerate(options):
                    taken = option in grouping.choices[name][group]
                    self.model.add(literal == int(taken))

    def hint(self, grouping: Grouping) -> None:
        """A place to begin, in place of an earlier one; of a row at -1 nothing is hinted."""
        self.model.proto.solution_hint.vars.clear()
        self.model.proto.solution_hint.values.clear()
        for row in np.flatnonzero(grouping.assignment >= 0):
            for g, literal in enumerate(self._in[row]):
                self.model.add_hint(literal, int(g == grouping.assignment[row]))

    def extract(self, solver: cp_model.CpSolver) -> Grouping:
        """The grouping the solver found."""
        seats = [
            next(g for g, literal in enumerate(row) if solver.boolean_value(literal))
            for row in self._in
        ]
        choices = {term.name: self._taken(solver, term) for term in choices_of(self.task.terms)}
        return Grouping(np.array(seats, dtype=np.int64), self.task.groups, choices)

    def _taken(self, solver: cp_model.CpSolver, term: Choice) -> IntArray:
        table = np.full((self.task.groups, term.take), -1, dtype=np.int64)
        for group, options in enumerate(self._takes[term.name]):
            taken = [o for o, literal in enumerate(options) if solver.boolean_value(literal)]
            if taken:
                table[group] = taken
        return table


def total(parts: Sequence[Linear]) -> Linear:
    """Sum that may be empty."""
    return sum(parts)
