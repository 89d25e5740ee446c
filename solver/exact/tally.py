"""Tally in CP-SAT: per open group and value, what is short and what is over."""

from __future__ import annotations

import numpy as np

from solver.exact.posted import Posted, posted
from solver.exact.variables import Linear, Literal, Variables, total
from solver.terms import Tally


def post(term: Tally, v: Variables) -> Posted:
    """Nothing counts in a closed group."""
    parts = v.none_per_group()
    for value in range(term.low.size):
        rows = np.flatnonzero(term.code == value)
        most = int(term.amount[rows].sum())
        for group in range(v.task.groups):
            seats = [v.is_in(int(row), group) for row in rows]
            amount = total([int(term.amount[r]) * s for r, s in zip(rows, seats, strict=True)])
            parts[group] += v.above(amount, int(term.high[value]), most - int(term.high[value]))
            parts[group] += _short(v, group, amount, int(term.low[value]))
            if term.never_alone and seats:
                parts[group] += _one(v, seats)
    return posted(term.price, parts)


def _short(v: Variables, group: int, amount: Linear, low: int) -> Linear:
    if low <= 0:
        return 0
    short = v.model.new_int_var(0, low, "")
    v.model.add_max_equality(short, [low * v.is_open(group) - amount, 0])
    return short


def _one(v: Variables, seats: list[Literal]) -> Literal:
    """Exactly one of the seats is taken."""
    one, none, more = (v.model.new_bool_var("") for _ in range(3))
    v.model.add_exactly_one(one, none, more)
    count = total(seats)
    v.model.add(count == 1).only_enforce_if(one)
    v.model.add(count == 0).only_enforce_if(none)
    v.model.add(count > 1).only_enforce_if(more)
    return one
