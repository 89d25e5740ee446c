"""Small things to ask, written as lists."""

from __future__ import annotations

import numpy as np

from solver.pairing.asked_links import Asked, Link


def mutual(m: int, costs: dict[Link, int], other: int = 9, pinned: tuple[Link, ...] = ()) -> Asked:
    """``costs`` of these links in both directions; of all others ``other``."""
    table = np.full((m, m), other, dtype=np.int64)
    for (i, j), cost in costs.items():
        table[i, j] = table[j, i] = cost
    return Asked(costs=table, allowed=np.ones((m, m), dtype=np.bool_), pinned=pinned)


def forbid(asked: Asked, *links: Link, both_ways: bool = True) -> Asked:
    """The same, where these links may not be there."""
    allowed = asked.allowed.copy()
    for i, j in links:
        allowed[i, j] = False
        allowed[j, i] = allowed[j, i] and not both_ways
    return Asked(costs=asked.costs, allowed=allowed, pinned=asked.pinned)
