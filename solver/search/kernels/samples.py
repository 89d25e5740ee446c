"""Samples of the moves that a search proposes, by which it knows what they cost."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import compiled
from solver.search.kernels.dispatch import price_move
from solver.search.kernels.memory import NOBODY, K, N, group_of, member_of, size_of
from solver.search.kernels.moves import may_shift
from solver.search.splitmix import draw, drawn, first_of, second_of


@compiled
def sample_moves(
    m: IntArray, pairs: IntArray, price: IntArray, seed: IntArray, alone: bool, out: IntArray
) -> None:
    """Fills ``out`` with the change of random swaps, or of rows that move ``alone``; 0: void."""
    for k in range(out.size):
        z = drawn(seed)
        i, j = first_of(z, m[N]), second_of(z, m[N])
        a, b = group_of(m, i), group_of(m, j)
        void = a == b
        if alone:
            j, b = NOBODY, second_of(z, m[K])
            void = not may_shift(m, i, b)
        out[k] = 0 if void else price_move(m, pairs, price, i, a, j, b)


@compiled
def sample_near(
    m: IntArray, pairs: IntArray, near: IntArray, price: IntArray, seed: IntArray, out: IntArray
) -> None:
    """Fills ``out`` with the change of random swaps with a group of a near row; 0 where void."""
    for k in range(out.size):
        i = draw(seed, m[N])
        a, b = group_of(m, i), group_of(m, near[i, draw(seed, near.shape[1])])
        out[k] = 0
        if a != b and a < m[K] and b < m[K]:
            j = member_of(m, b, draw(seed, size_of(m, b)))
            out[k] = price_move(m, pairs, price, i, a, j, b)
