"""What pairs that share a group cost: their sum, plain or divided by the group's size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from solver.exact.variables import Linear, Variables, total
from solver.quantise import IntArray


@dataclass(frozen=True, eq=False)
class Pairs:
    """``edges`` (m, 2), i < j, each once, and what each costs (m,) inside a group."""

    edges: IntArray
    costs: IntArray

    @classmethod
    def of_matrix(cls, matrix: IntArray) -> Pairs:
        """Every pair of a symmetric matrix (n, n)."""
        i, j = np.triu_indices(len(matrix), 1)
        return cls(np.stack([i, j], axis=1), matrix[i, j])

    @classmethod
    def folded(cls, priced: Sequence[tuple[int, Pairs]]) -> Pairs:
        """Each pair once, with the sum of price × cost over all of them."""
        edges = np.concatenate([pairs.edges for _, pairs in priced])
        costs = np.concatenate([price * pairs.costs for price, pairs in priced])
        once, at = np.unique(edges, axis=0, return_inverse=True)
        sums = np.zeros(len(once), dtype=np.int64)
        np.add.at(sums, at.reshape(-1), costs)
        return cls(once, sums)


def within(v: Variables, pairs: Pairs) -> list[Linear]:
    """Per group, and for none, the costs of the pairs inside it."""
    costs = [(int(i), int(j), int(c)) for (i, j), c in zip(pairs.edges, pairs.costs, strict=True)]
    return [
        *(
            total([c * v.both(v.is_in(i, g), v.is_in(j, g)) for i, j, c in costs if c])
            for g in range(v.task.groups)
        ),
        0,
    ]


def per_member(v: Variables, pairs: Pairs) -> list[Linear]:
    """As ``within``, divided by the size of each group and rounded down."""
    low, high = (int(bound(pairs.costs, 0).sum()) for bound in (np.minimum, np.maximum))
    *inside, none = within(v, pairs)
    return [*(v.floor_per_member(g, part, low, high) for g, part in enumerate(inside)), none]
