"""How far two groupings differ: by the pairs that share a group."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray


def difference(one: Grouping, other: Grouping) -> Fraction:
    """1 less the share of pairs that both have, of the pairs of whichever has fewer.

    A pair: two rows in one group; the numbers of the groups mean nothing. 0: the groups are the
    same, or those of the one are those of the other taken apart; or one of them has no pairs.
    """
    fewer = min(pairs_in(one.sizes()), pairs_in(other.sizes()))
    return 1 - Fraction(_common(one, other), fewer) if fewer else Fraction(0)


def pairs_in(sizes: IntArray) -> int:
    """Pairs that share a group, where groups have these sizes."""
    return int((sizes * (sizes - 1) // 2).sum())


def pairs_of(grouping: Grouping) -> IntArray:
    """(m, 2) the pairs i < j that share a group, group by group."""
    each = [np.zeros((0, 2), dtype=np.int64)]
    for _, members in grouping.open_groups():
        one, other = np.triu_indices(members.size, k=1)
        each.append(np.stack([members[one], members[other]], axis=1))
    return np.concatenate(each)


def _common(one: Grouping, other: Grouping) -> int:
    """Pairs that share a group in both: those within each crossing of a group with a group."""
    placed = (one.assignment != one.outside) & (other.assignment != other.outside)
    crossing = one.assignment[placed] * (other.groups + 1) + other.assignment[placed]
    return pairs_in(np.unique(crossing, return_counts=True)[1])
