"""Open groups of one size, or one apart, however many of them open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from typing_extensions import override

from solver.grouping import Grouping
from solver.terms.term import Charge, Term, charged, per_group


@dataclass(frozen=True, eq=False, kw_only=True)
class Evenness(Term):
    """Over the open groups: members below ⌊p/g⌋ or above ⌈p/g⌉, p rows placed in g open groups.

    0 where all open groups are of one size or one apart. Whether a group is even depends on all
    others, so the amount belongs to no single group and stands in the last entry. Where g and p
    are known beforehand a Tally of all rows says the same, group by group.
    """

    price: int | None = None

    @property
    @override
    def rows(self) -> None:
        return None

    @override
    def largest(self, n: int) -> int:
        return 2 * n

    @override
    def charge(self, grouping: Grouping) -> Charge:
        amounts = per_group(grouping)
        sizes = grouping.sizes()
        sizes = sizes[sizes > 0]
        if sizes.size:
            placed, groups = int(sizes.sum()), sizes.size
            low, high = placed // groups, -(-placed // groups)
            short, over = np.maximum(low - sizes, 0), np.maximum(sizes - high, 0)
            amounts[-1] = short.sum() + over.sum()
        return charged(self.price, amounts)
