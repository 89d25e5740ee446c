"""Merit in CP-SAT: what stays outside."""

from __future__ import annotations

from solver.exact.posted import Posted, posted
from solver.exact.variables import Variables, total
from solver.terms import Merit


def post(term: Merit, v: Variables) -> Posted:
    """Sum of the values of the rows outside."""
    outside = v.task.groups
    parts = v.none_per_group()
    parts[-1] = total([int(x) * v.is_in(row, outside) for row, x in enumerate(term.value)])
    return posted(term.price, parts)
