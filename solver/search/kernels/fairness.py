"""The worst group: the most points that one open group has of its own. O(K) a look."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.kernels.memory import OWN, K, size_of


@compiled
def most_but(m: IntArray, a: int, b: int) -> tuple[int, bool]:
    """The most points of an open group other than a and b; 0 and False where there is none."""
    most, found = 0, False
    for group in range(m[K]):
        if group not in (a, b) and size_of(m, group) > 0:
            own = m[m[OWN] + group]
            most = max(most, own) if found else own
            found = True
    return most, found


@compiled
def worst_of(m: IntArray) -> int:
    """The most points of one open group, 0 where none is open."""
    return most_but(m, -1, -1)[0]
