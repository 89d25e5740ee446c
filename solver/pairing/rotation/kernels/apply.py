"""Makes a move: everything that is counted follows."""

from __future__ import annotations

from solver.pairing.rotation.kernels.scale import AGAIN, SCALE
from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled, inlined


@inlined
def _count(meet: IntArray, tally: IntArray, now: IntArray, i: int, k: int, step: int) -> None:
    """One meeting more (1) or less (-1) of a pair; ``tally`` (m,): pairs that have met m times."""
    before = meet[i, k]
    after = before + step
    meet[i, k] = after
    meet[k, i] = after
    tally[before] -= 1
    tally[after] += 1
    now[AGAIN] += before if step > 0 else -after


@compiled
def get_up(
    members: IntArray,
    pos: IntArray,
    sizes: IntArray,
    meet: IntArray,
    tally: IntArray,
    off: IntArray,
    values: IntArray,
    now: IntArray,
    i: int,
    a: int,
) -> None:
    """Takes i from table a of one session: ``members`` (T, W), ``pos`` (n,), ``sizes`` (T,)."""
    size = sizes[a] - 1
    last = members[a, size]
    members[a, pos[i]] = last
    pos[last] = pos[i]
    sizes[a] = size
    for at in range(size):
        _count(meet, tally, now, i, members[a, at], -1)
    for c in range(values.shape[1]):
        if values[i, c] >= 0:
            off[a, values[i, c]] -= SCALE


@compiled
def sit_down(
    members: IntArray,
    pos: IntArray,
    sizes: IntArray,
    meet: IntArray,
    tally: IntArray,
    off: IntArray,
    values: IntArray,
    now: IntArray,
    i: int,
    b: int,
) -> None:
    """Puts i at table b of one session."""
    size = sizes[b]
    for at in range(size):
        _count(meet, tally, now, i, members[b, at], 1)
    members[b, size] = i
    pos[i] = size
    sizes[b] = size + 1
    for c in range(values.shape[1]):
        if values[i, c] >= 0:
            off[b, values[i, c]] += SCALE


@compiled
def expect(off: IntArray, share: IntArray, a: int, b: int) -> None:
    """One seat less at table a, one more at b: what is expected there changes too."""
    for v in range(share.size):
        off[a, v] += share[v]
        off[b, v] -= share[v]
