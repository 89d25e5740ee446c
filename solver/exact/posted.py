"""What a posting gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from solver.exact.pairs import within
from solver.exact.variables import Linear, Variables, total
from solver.quantise import IntArray


@dataclass(frozen=True)
class Posted:
    """Units of breach, and of (unpriced) amount, per group; the last entry belongs to no group.

    ``rest``: what is left of an amount per member after rounding down, in parts of the size.
    """

    breaches: Sequence[Linear]
    amount: Sequence[Linear]
    rest: Sequence[Linear] = ()

    @property
    def all_breaches(self) -> Linear:
        """Over all groups."""
        return total(self.breaches)


def posted(price: int | None, amounts: Sequence[Linear]) -> Posted:
    """``amounts`` (K+1,) as breaches where the term is hard."""
    nothing: list[Linear] = [0] * len(amounts)
    return Posted(amounts, nothing) if price is None else Posted(nothing, amounts)


def posted_per_member(price: int | None, v: Variables, edges: IntArray, costs: IntArray) -> Posted:
    """The costs (m,) of the edges (m, 2) inside each group, divided by its size."""
    low, high = (int(bound(costs, 0).sum()) for bound in (np.minimum, np.maximum))
    *inside, none = within(v, edges, costs)
    divided = [v.per_member(group, cost, low, high) for group, cost in enumerate(inside)]
    whole = posted(price, [*(quotient for quotient, _ in divided), none])
    return replace(whole, rest=[*(rest for _, rest in divided), none])
