"""Total in CP-SAT: a sum over everyone who is placed."""

from __future__ import annotations

from solver.exact.posted import Posted, posted
from solver.exact.variables import Variables, total
from solver.terms import Total


def post(term: Total, v: Variables) -> Posted:
    """max(low − t, 0) + max(t − high, 0)."""
    outside = v.task.groups
    value = [int(x) for x in term.value]
    placed = sum(value) - total([x * v.is_in(i, outside) for i, x in enumerate(value)])
    most = sum(abs(x) for x in value)
    over = v.above(placed, term.high, most + abs(term.high))
    short = v.model.new_int_var(0, most + abs(term.low), "")
    v.model.add_max_equality(short, [term.low - placed, 0])
    return posted(term.price, [*v.none_per_group()[:-1], over + short])
