"""What a posting gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.exact.variables import Linear, total


@dataclass(frozen=True)
class Posted:
    """Units of breach, and of (unpriced) amount, per group; the last entry belongs to no group."""

    breaches: Sequence[Linear]
    amount: Sequence[Linear]

    @property
    def all_breaches(self) -> Linear:
        """Over all groups."""
        return total(self.breaches)


def posted(price: int | None, amounts: Sequence[Linear]) -> Posted:
    """``amounts`` (K+1,) as breaches where the term is hard."""
    nothing: list[Linear] = [0] * len(amounts)
    return Posted(amounts, nothing) if price is None else Posted(nothing, amounts)
