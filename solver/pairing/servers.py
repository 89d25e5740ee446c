"""Who serves whom: rows, and servers that each have a capacity. Guides, or coaches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.errors import InvalidTaskError
from solver.pairing.asked_links import Link, check_costs
from solver.quantise import BoolArray, IntArray


@dataclass(frozen=True, eq=False)
class Servers:
    """m rows that each need one of c servers.

    ``costs``, ``allowed`` (m, c): of row i with server k; ``capacity`` (c,): how many rows each
    serves at most; ``pinned``: links (i, k) that must be there.

    Raises InvalidTaskError with one of the codes ``shape``, ``overflow`` (a cost of an allowed link
    beyond MOST_COST), ``bounds`` (a capacity below nought), ``no_such_row`` (a pin).
    """

    costs: IntArray
    allowed: BoolArray
    capacity: IntArray
    pinned: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        shape = self.costs.shape
        if self.allowed.shape != shape or (len(self.costs), *self.capacity.shape) != shape:
            raise InvalidTaskError("shape", costs=shape, capacity=self.capacity.shape)
        check_costs(self.costs[self.allowed.astype(np.bool_)])
        if (self.capacity < 0).any():
            raise InvalidTaskError("bounds", capacity=self.capacity.tolist())
        for row, server in self.pinned:
            if not (0 <= row < shape[0] and 0 <= server < shape[1]):
                raise InvalidTaskError("no_such_row", link=(row, server))

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.costs)


@dataclass(frozen=True, eq=False)
class Assigned:
    """``coach_of`` (m,): the coach of each row; ``loads`` (c,): how many each has."""

    coach_of: IntArray
    loads: IntArray
    cost: int
