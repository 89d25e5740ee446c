"""What is asked of a pairing: what each link costs, and which links may not, or must, be there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from solver.errors import InvalidTaskError
from solver.quantise import BoolArray, IntArray

MOST_COST = 2**40
"""No cost is further from nought: then no sum overflows, times what an engine makes of it."""
Link = tuple[int, int]
"""(i, j): row i is the buddy of row j."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Asked:
    """Links among m rows.

    ``costs`` (m, m): what it costs that row i is the buddy of row j, below nought for a gain;
    symmetric where buddies are mutual. ``allowed`` (m, m): which links may be there at all; a row
    is never its own buddy, whatever the diagonal says. ``pinned``: links that must be there.

    Raises InvalidTaskError with one of the codes ``no_rows``, ``shape``, ``overflow`` (a cost of an
    allowed link beyond MOST_COST), ``no_such_row`` (a pin).
    """

    costs: IntArray
    allowed: BoolArray
    pinned: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        if self.costs.size == 0:
            raise InvalidTaskError("no_rows")
        if self.costs.shape != (self.m, self.m) or self.allowed.shape != self.costs.shape:
            raise InvalidTaskError("shape", costs=self.costs.shape, allowed=self.allowed.shape)
        check_costs(self.costs[self.links])
        for link in self.pinned:
            if not 0 <= min(link) < max(link) < self.m:
                raise InvalidTaskError("no_such_row", link=link)

    @property
    def m(self) -> int:
        """How many rows there are."""
        return len(self.costs)

    @cached_property
    def links(self) -> BoolArray:
        """(m, m) the allowed links, without the diagonal."""
        return self.allowed.astype(np.bool_) & ~np.eye(self.m, dtype=np.bool_)

    @cached_property
    def edges(self) -> frozenset[Link]:
        """The pins (i, j) with i < j, for buddies that are mutual."""
        return frozenset((min(link), max(link)) for link in self.pinned)

    @cached_property
    def is_mutual(self) -> bool:
        """Whether a link costs the same, and is as much allowed, the other way round."""
        same = self.costs == self.costs.T
        return bool((self.links == self.links.T).all() and same[self.links].all())

    def of(self, links: tuple[Link, ...]) -> int:
        """What these links cost together."""
        return sum(int(self.costs[link]) for link in links)

    def without(self, link: Link) -> Asked:
        """The same, where that link may not be there; in neither direction where it is mutual."""
        allowed = self.links.copy()
        allowed[link] = False
        if self.is_mutual:
            allowed[link[::-1]] = False
        return replace(self, allowed=allowed)


def check_costs(costs: IntArray) -> None:
    """Raises InvalidTaskError ``shape`` for what is not integer, and ``overflow``."""
    if not np.issubdtype(costs.dtype, np.integer):
        raise InvalidTaskError("shape", costs=str(costs.dtype))
    if costs.size and not -MOST_COST <= int(costs.min()) <= int(costs.max()) <= MOST_COST:
        raise InvalidTaskError("overflow", most=MOST_COST)
