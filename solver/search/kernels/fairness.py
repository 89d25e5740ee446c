"""The worst group: the most points that one open group has of its own. O(K) a look."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels import choice
from solver.search.kernels.block_amount import change, is_points
from solver.search.kernels.compiled import compiled
from solver.search.kernels.kinds import CHOICE, EVENNESS, TOGETHER, TOTALS
from solver.search.kernels.memory import AMOUNT, BLOCKS, HEADER, KIND, OWN, K, size_of


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


@compiled
def own_points(m: IntArray, price: IntArray, group: int, out: int, come: int) -> int:
    """Change of the points the group has of its own by one exchange."""
    if group >= m[K]:
        return 0
    delta = 0
    for k in range(m[BLOCKS]):
        o = m[HEADER + k]
        if m[o + KIND] == EVENNESS:  # it belongs to no single group
            continue
        amount = m[o + AMOUNT]
        if m[o + KIND] == CHOICE:
            delta += price[amount + 1] * choice.points(m, o, group, out, come)
        elif is_points(amount) and m[o + KIND] != TOGETHER and m[o + KIND] != TOTALS:
            delta += price[amount] * change(m, o, group, out, come)
    return delta


@compiled
def worse(m: IntArray, price: IntArray, i: int, a: int, j: int, b: int) -> int:
    """Change of the worst group's points by a move; the seats still stand as before."""
    most, found = most_but(m, a, b)
    for group, out, come in ((a, i, j), (b, j, i)):
        if group < m[K] and size_of(m, group) + (come >= 0) - (out >= 0) > 0:
            own = m[m[OWN] + group] + own_points(m, price, group, out, come)
            most = max(most, own) if found else own
            found = True
    return most - worst_of(m)


@compiled
def worse_option(m: IntArray, price: IntArray, o: int, group: int, slot: int, option: int) -> int:
    """Change of the worst group's points when an open group takes ``option`` in ``slot``."""
    most, found = most_but(m, group, group)
    own = m[m[OWN] + group]
    own += price[m[o + AMOUNT] + 1] * choice.points_of_change(m, o, group, slot, option)
    return (max(most, own) if found else own) - worst_of(m)
