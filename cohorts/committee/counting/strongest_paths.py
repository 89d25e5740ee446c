"""Pairs of candidates, and the strongest chain from one to another (M. Schulze)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from cohorts.committee.counting.as_orders import Order
from cohorts.committee.counting.elected import Drawn
from cohorts.committee.counting.highest_first import in_lot_order

Pairs: TypeAlias = Mapping[tuple[str, str], Fraction]


def preferred(orders: Iterable[Order]) -> Pairs:
    """(a, b) → the power of who places a above b."""
    found: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    for order in orders:
        for n, tier in enumerate(order.tiers):
            for lower in order.tiers[n + 1 :]:
                for a in tier:
                    for b in lower:
                        found[a, b] += order.power
    return found


def strongest_paths(candidates: Sequence[str], pairs: Pairs) -> Pairs:
    """(a, b) → the strength of the strongest chain; a link is a pair that is won, by its votes."""
    nothing = Fraction(0)
    strength = {
        (a, b): votes
        for (a, b), votes in pairs.items()
        if votes > pairs.get((b, a), nothing) and a != b
    }
    for middle in candidates:
        for a in candidates:
            first = strength.get((a, middle))
            if first is None or a == middle:
                continue
            for b in candidates:
                second = strength.get((middle, b))
                if second is not None and b not in (a, middle):
                    strength[a, b] = max(strength.get((a, b), nothing), min(first, second))
    return strength


def beats(strength: Pairs, a: str, b: str) -> bool:
    """Whether the strongest chain from a to b is stronger than the one back; it is transitive."""
    return strength.get((a, b), Fraction(0)) > strength.get((b, a), Fraction(0))


def _alike(_candidate: str) -> Fraction:
    return Fraction(0)


def in_order_of_paths(
    candidates: Sequence[str],
    strength: Pairs,
    seats: int,
    seed: int,
    then: Callable[[str], Fraction] = _alike,
) -> tuple[tuple[str, ...], tuple[Drawn, ...]]:
    """Everybody, each behind all that beat them; of who may come next the lot puts one first.

    ``then``: a figure that is asked before the lot is, higher first.

    A lot is decisive where somebody in it has no seat in the end: they stood for it till the last.
    """
    left = list(candidates)
    order: list[str] = []
    draws = []
    while left:
        next_ = [c for c in left if not any(beats(strength, other, c) for other in left)]
        highest = max(map(then, next_))
        among = in_lot_order((c for c in next_ if then(c) == highest), seed)
        if len(among) > 1:
            draws.append((among, len(order) < seats))
        order.append(among[0])
        left.remove(among[0])
    out = set(order[seats:])
    drawn = tuple(
        Drawn(among, 1, decisive=for_seat and bool(out & set(among))) for among, for_seat in draws
    )
    return tuple(order), drawn
