"""What a posting gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.exact.pairs import Pairs, per_member
from solver.exact.variables import Linear, Variables, total


@dataclass(frozen=True)
class Posted:
    """Units of breach, and of (unpriced) amount, per group; the last entry belongs to no group.

    ``pairs``: what is wished per member, which is divided in one sum with all such wishes.
    """

    breaches: Sequence[Linear]
    amount: Sequence[Linear]
    pairs: Pairs | None = None

    @property
    def all_breaches(self) -> Linear:
        """Over all groups."""
        return total(self.breaches)


def posted(price: int | None, amounts: Sequence[Linear]) -> Posted:
    """``amounts`` (K+1,) as breaches where the term is hard."""
    nothing: list[Linear] = [0] * len(amounts)
    return Posted(amounts, nothing) if price is None else Posted(nothing, amounts)


def posted_per_member(price: int | None, pairs: Pairs, v: Variables) -> Posted:
    """Pairs whose sum is divided by the group's size: by itself only where the term is hard."""
    nothing = v.none_per_group()
    if price is None:
        return Posted(per_member(v, pairs), nothing)
    return Posted(nothing, nothing, pairs)
