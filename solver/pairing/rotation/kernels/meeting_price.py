"""What a move costs before it is made: in meetings, in breaches, in unevenness.

Shapes: ``seats``, ``pos`` (R, n); ``members`` (R, T, W); ``sizes`` (R, T); ``meet`` (n, n) meetings
of every pair, one more where they met before; ``off`` (R, T, V) SCALE × (count − expected);
``share`` (R, V) SCALE × the share of a value among those present; ``values`` (n, c) which value a
row has, -1 where it is not known; ``up`` (m,) what one meeting more costs a pair that has m.
"""

from __future__ import annotations

from solver.pairing.rotation.kernels.scale import SCALE
from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined


@inlined
def leaving(members: IntArray, meet: IntArray, up: IntArray, size: int, i: int) -> int:
    """Gained in meetings where i gets up from a table: its ``members`` and size."""
    gained = 0
    row = meet[i]
    for at in range(size):
        k = members[at]
        if k != i:
            gained += up[row[k] - 1]
    return gained


@inlined
def joining(members: IntArray, meet: IntArray, up: IntArray, size: int, i: int, but: int) -> int:
    """Cost in meetings where i sits down at a table, without the row that gets up from it."""
    cost = 0
    row = meet[i]
    for at in range(size):
        k = members[at]
        if k != but:
            cost += up[row[k]]
    return cost


@inlined
def clashes(
    seats: IntArray, first: IntArray, others: IntArray, i: int, table: int, but: int
) -> int:
    """How many of those that i may not sit with are at a table of one session."""
    count = 0
    for at in range(first[i], first[i + 1]):
        k = others[at]
        if k != but and seats[k] == table:
            count += 1
    return count


@inlined
def swap_unevenness(off: IntArray, values: IntArray, i: int, a: int, j: int, b: int) -> int:
    """Change in unevenness × SCALE where i (at a) and j (at b) change places in one session."""
    change = 0
    for c in range(values.shape[1]):
        v, w = values[i, c], values[j, c]
        if v == w:
            continue
        if v >= 0:
            change += 2 * (off[b, v] - off[a, v] + SCALE)
        if w >= 0:
            change += 2 * (off[a, w] - off[b, w] + SCALE)
    return change


@inlined
def has(values: IntArray, i: int, v: int) -> int:
    """Whether a row has a value."""
    for c in range(values.shape[1]):
        if values[i, c] == v:
            return 1
    return 0


@inlined
def move_unevenness(
    off: IntArray, share: IntArray, values: IntArray, i: int, a: int, b: int
) -> int:
    """Change in unevenness × SCALE where i goes from table a to b of one session."""
    change = 0
    for v in range(share.size):
        step = SCALE * has(values, i, v) - share[v]
        change += 2 * step * (step + off[b, v] - off[a, v])
    return change // SCALE
