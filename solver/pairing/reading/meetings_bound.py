"""How evenly pairs of readers meet, and how evenly they could at the best, by counting."""

from __future__ import annotations

import numpy as np

from solver.quantise import BoolArray, IntArray


def meetings_of(reads: BoolArray) -> IntArray:
    """(m, m) how much two readers both read; nought on the diagonal."""
    one = reads.astype(np.int64)
    meets: IntArray = one.T @ one
    np.fill_diagonal(meets, 0)
    return meets


def squares(meets: IntArray) -> int:
    """The sum over all pairs of the square of how often they meet."""
    return int((meets * meets).sum()) // 2


def least_squares(reads: BoolArray) -> int:
    """No reading with as many readers of each and as much for each reader has a smaller sum.

    What is read by r has r · (r - 1) / 2 pairs: over all pairs of readers their number is given,
    and the squares of whole numbers with a given sum are least where they differ by one at the
    most. Where everything has as many readers, this holds of each reader alone too: who reads l
    meets others l · (r - 1) times. Half the sum of that over all readers counts each pair once.
    """
    m = reads.shape[1]
    readers = reads.sum(axis=1)
    pairs = int((readers * (readers - 1)).sum()) // 2
    bound = _even(pairs, m * (m - 1) // 2)
    if (readers == readers[0]).all():
        of_each = (_even(int(load) * (int(readers[0]) - 1), m - 1) for load in reads.sum(axis=0))
        bound = max(bound, -(-sum(of_each) // 2))
    return bound


def _even(total: int, parts: int) -> int:
    """The least sum of squares of ``parts`` whole numbers that are ``total`` together."""
    if parts == 0:
        return 0
    each, more = divmod(total, parts)
    return (parts - more) * each * each + more * (each + 1) * (each + 1)
