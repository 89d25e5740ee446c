"""Size in CP-SAT: distance to the wished size of each open group."""

from __future__ import annotations

from solver.exact.posted import Posted, posted
from solver.exact.variables import Variables
from solver.terms import Size


def post(term: Size, v: Variables) -> Posted:
    """|size − target|, 0 for a closed group."""
    parts = v.none_per_group()
    for group in range(v.task.groups):
        for k, literal in enumerate(v.has_size(group)):
            if k > 0:
                parts[group] += abs(k - term.target) * literal
    return posted(term.price, parts)
