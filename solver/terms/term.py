"""What every term of the closed set has in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray


@dataclass(frozen=True, eq=False)
class Charge:
    """What a grouping costs by one term: (K+1,) each, the last entry belongs to no group.

    ``breaches``: units by which a hard demand is broken. ``points``: price × amount.
    """

    breaches: IntArray
    points: IntArray


class Term(Protocol):
    """One mathematical demand or wish over a grouping.

    ``price`` is in points per unit of amount; None means hard: every unit is a breach.
    ``name`` is unique in a problem and means nothing here: it leads the caller back to its rule.
    A hard term falls apart into ``pieces`` demands that can be kept or dropped one by one
    (each edge, each set, each value), which is how a minimal conflict is found.
    """

    @property
    def name(self) -> str: ...
    @property
    def price(self) -> int | None: ...
    @property
    def rows(self) -> int | None:
        """n, or None where the term does not look at single rows."""

    @property
    def pieces(self) -> int: ...

    def largest(self, n: int) -> int:
        """No grouping of ``n`` rows has a larger amount in all (a bound, for overflow)."""

    def charge(self, grouping: Grouping) -> Charge:
        """The definition: what this grouping costs. Every faster version must equal it."""

    def keep(self, pieces: Sequence[int]) -> Self:
        """The same term with only these pieces (ascending) still demanded."""

    def people(self, piece: int) -> IntArray:
        """The rows a piece is about (empty: all)."""


def charged(price: int | None, amounts: IntArray) -> Charge:
    """Amounts (K+1,) as breaches where the term is hard, as points where it is priced."""
    nothing = np.zeros_like(amounts)
    return Charge(amounts, nothing) if price is None else Charge(nothing, price * amounts)


def per_group(grouping: Grouping) -> IntArray:
    """(K+1,) zeros to count in."""
    return np.zeros(grouping.groups + 1, dtype=np.int64)


class Whole:
    """A term that is demanded whole or not at all, and is about everybody."""

    @property
    def pieces(self) -> int:
        return 1

    def keep(self, pieces: Sequence[int]) -> Self:  # noqa: ARG002 - the protocol's signature
        return self

    def people(self, piece: int) -> IntArray:  # noqa: ARG002 - the protocol's signature
        return np.empty(0, dtype=np.int64)
