"""What a posting gives back."""

from __future__ import annotations

from dataclasses import dataclass

from solver.exact.variables import Linear


@dataclass(frozen=True)
class Posted:
    """Sums over all groups: units of breach, and of (unpriced) amount."""

    breaches: Linear
    amount: Linear


def posted(price: int | None, amount: Linear) -> Posted:
    """``amount`` as breaches where the term is hard."""
    return Posted(amount, 0) if price is None else Posted(0, amount)
