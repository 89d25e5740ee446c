"""The worst group: the most points that one open group has of its own. O(1) a look.

The three groups with most are kept: of any two that change, one of the three is left.
"""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled, inlined
from solver.search.kernels.memory import NOBODY, OWN, TOPS, K, size_of


@inlined
def most_but(m: IntArray, a: int, b: int) -> tuple[int, bool]:
    """The most points of an open group other than a and b; 0 and False where there is none."""
    for rank in range(3):
        group = m[m[TOPS] + rank]
        if group < 0:
            break
        if group not in (a, b):
            return m[m[OWN] + group], True
    return 0, False


@inlined
def worst_of(m: IntArray) -> int:
    """The most points of one open group, 0 where none is open."""
    return most_but(m, NOBODY, NOBODY)[0]


@inlined
def worse(m: IntArray, i: int, a: int, j: int, b: int, more_a: int, more_b: int) -> int:
    """Change of the worst group's points by a move; the seats still stand as before.

    ``more_a``, ``more_b``: what the move changes in the points that a and b have of their own.
    """
    most, found = most_but(m, a, b)
    for group, heads, more in ((a, (j >= 0) - 1, more_a), (b, 1 - (j >= 0), more_b)):
        if group < m[K] and size_of(m, group) + heads > 0:
            own = m[m[OWN] + group] + more
            most = max(most, own) if found else own
            found = True
    return most - worst_of(m)


@inlined
def worse_option(m: IntArray, group: int, more: int) -> int:
    """Change of the worst group's points when one open group has ``more`` of its own."""
    most, found = most_but(m, group, group)
    own = m[m[OWN] + group] + more
    return (max(most, own) if found else own) - worst_of(m)


@compiled
def keep_tops(m: IntArray, a: int, b: int) -> None:
    """Finds the three groups with most again, where what changed in a or b may bear on them."""
    tops, last = m[TOPS], m[m[TOPS] + 2]
    bears = last < 0
    for group in (a, b):
        if group < m[K] and not bears:
            bears = group in (m[tops], m[tops + 1], last)
            bears = bears or m[m[OWN] + group] > m[m[OWN] + last]
    if not bears:
        return
    for rank in range(3):
        best = -1
        for group in range(m[K]):
            if size_of(m, group) > 0 and (best < 0 or m[m[OWN] + group] > m[m[OWN] + best]):
                taken = False
                for before in range(rank):
                    taken = taken or m[tops + before] == group
                if not taken:
                    best = group
        m[tops + rank] = best
