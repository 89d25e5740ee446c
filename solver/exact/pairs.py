"""The sum over the pairs that share a group."""

from __future__ import annotations

from solver.exact.variables import Linear, Variables, total
from solver.quantise import IntArray


def within(v: Variables, edges: IntArray, costs: IntArray) -> list[Linear]:
    """Per group, and for none, the costs (m,) of the edges (m, 2) inside it."""
    priced = [(int(i), int(j), int(c)) for (i, j), c in zip(edges, costs, strict=True) if c]
    return [
        *(
            total([c * v.both(v.is_in(i, g), v.is_in(j, g)) for i, j, c in priced])
            for g in range(v.task.groups)
        ),
        0,
    ]
