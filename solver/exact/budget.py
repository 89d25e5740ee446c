"""Budget in CP-SAT: what pairs and seats cost together, above a limit."""

from __future__ import annotations

import numpy as np

from solver.exact.pairs import within
from solver.exact.posted import Posted, posted
from solver.exact.variables import Linear, Variables, total
from solver.quantise import IntArray
from solver.terms import Budget


def post(term: Budget, v: Variables) -> Posted:
    """max(spent − most, 0), in no group."""
    over = v.above(_spent(term, v), term.most, term.largest(v.task.n))
    return posted(term.price, [*v.none_per_group()[:-1], over])


def demand(term: Budget, v: Variables) -> None:
    """No more is spent than the limit."""
    v.model.add(_spent(term, v) <= term.most)


def _spent(term: Budget, v: Variables) -> Linear:
    seated = [
        int(term.seats[row, group]) * v.is_in(int(row), int(group))
        for row, group in np.argwhere(term.seats)
    ]
    spent = total([*within(v, term.edges, term.costs), *seated])
    return spent if term.free is None else spent - _free(term.free, v)


def _free(free: IntArray, v: Variables) -> Linear:
    """What all groups have free, by their sizes."""
    return total(
        [
            int(free[size]) * literal
            for group in range(v.task.groups)
            for size, literal in enumerate(v.has_size(group))
        ]
    )
