"""The sum over the pairs that share a group, plain or divided by the group's size."""

from __future__ import annotations

from solver.exact.variables import Linear, Variables, total
from solver.quantise import IntArray


def within(v: Variables, edges: IntArray, costs: IntArray, *, per_member: bool) -> list[Linear]:
    """Per group, and for none, the costs (m,) of the edges (m, 2) inside it (// size)."""
    priced = [(int(i), int(j), int(c)) for (i, j), c in zip(edges, costs, strict=True) if c]
    low = sum(min(c, 0) for _, _, c in priced)
    high = sum(max(c, 0) for _, _, c in priced)
    parts: list[Linear] = []
    for group in range(v.task.groups):
        inside = total([c * v.both(v.is_in(i, group), v.is_in(j, group)) for i, j, c in priced])
        parts.append(v.floor_per_member(group, inside, low, high) if per_member else inside)
    return [*parts, 0]
