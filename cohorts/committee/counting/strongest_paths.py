"""Pairs of candidates, and the strongest chain from one to another (M. Schulze)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cohorts.committee.counting.as_orders import Order
from cohorts.committee.counting.elected import Drawn
from cohorts.committee.counting.highest_first import in_lot_order

WIDTHS: tuple[type[np.signedinteger[Any]], ...] = (np.int16, np.int32, np.int64)
"""Whole numbers of a machine, the narrower the faster; above them Python's, slower and as exact."""


@dataclass(frozen=True)
class Pairs:
    """``votes[a, b]``: from a to b, in whole ``parts`` of a vote; by the places of candidates."""

    candidates: tuple[str, ...]
    votes: NDArray[Any]
    parts: int

    def between(self, a: str, b: str) -> Fraction:
        """From one to another, in votes."""
        place = self.candidates.index
        return Fraction(int(self.votes[place(a), place(b)]), self.parts)

    @property
    def won(self) -> NDArray[np.bool_]:
        """[a, b]: whether more goes from a to b than back."""
        return np.asarray(self.votes > self.votes.T, dtype=bool)


def preferred(orders: Iterable[Order], candidates: Sequence[str]) -> Pairs:
    """Of each two the power of who places the one above the other."""
    said = []
    for order in orders:
        place = {c: n for n, tier in enumerate(order.tiers) for c in tier}
        said.append((order.power, above([place.get(c) for c in candidates])))
    return tallied(candidates, said)


def above(places: Sequence[int | Fraction | None]) -> NDArray[np.bool_]:
    """[a, b]: whether a has a lower place than b; who has none (None) is compared with nobody."""
    rank = {value: n for n, value in enumerate(sorted({p for p in places if p is not None}))}
    ranks = np.array([-1 if p is None else rank[p] for p in places])
    there = ranks >= 0
    return (ranks[:, None] < ranks[None, :]) & there[:, None] & there[None, :]


def tallied(candidates: Sequence[str], said: Sequence[tuple[Fraction, NDArray[np.bool_]]]) -> Pairs:
    """The sum of what ballots say, each by its power."""
    parts = lcm(*(power.denominator for power, _ in said))
    powers = [int(power * parts) for power, _ in said]
    votes = np.zeros((len(candidates), len(candidates)), dtype=_narrowest(sum(powers)))
    for power, (_, one) in zip(powers, said, strict=True):
        np.add(votes, power, out=votes, where=one)
    return Pairs(tuple(candidates), votes, parts)


def _narrowest(most: int) -> Any:
    """The first kind of number that holds so many votes: no sum or strength exceeds them."""
    return next((kind for kind in WIDTHS if most <= np.iinfo(kind).max), object)


def strongest_paths(pairs: Pairs) -> Pairs:
    """The strength of the strongest chain; a link is a pair that is won, by its votes."""
    strength = pairs.votes * pairs.won
    by_way = np.empty_like(strength)
    for middle in range(len(pairs.candidates)):
        np.minimum(strength[:, middle, None], strength[None, middle, :], out=by_way)
        np.maximum(strength, by_way, out=strength)
    np.fill_diagonal(strength, 0)
    return replace(pairs, votes=strength)


def _alike(_candidate: str) -> Fraction:
    return Fraction(0)


def in_order_of_paths(
    strength: Pairs, seats: int, seed: int, then: Callable[[str], Fraction] = _alike
) -> tuple[tuple[str, ...], tuple[Drawn, ...]]:
    """Everybody, each behind all that beat them; of who may come next the lot puts one first.

    That chains beat is transitive, so somebody always may. ``then``: a figure that is asked before
    the lot is, higher first. A lot is decisive where somebody in it has no seat in the end: they
    stood for it till the last.
    """
    beaten, beats = strength.won.sum(axis=0), strength.won
    left = dict.fromkeys(strength.candidates)
    place = {c: n for n, c in enumerate(left)}
    order: list[str] = []
    draws = []
    while left:
        next_ = [c for c in left if not beaten[place[c]]]
        highest = max(map(then, next_))
        among = in_lot_order((c for c in next_ if then(c) == highest), seed)
        if len(among) > 1:
            draws.append((among, len(order) < seats))
        order.append(among[0])
        del left[among[0]]
        beaten = beaten - beats[place[among[0]]]
    out = set(order[seats:])
    drawn = tuple(
        Drawn(among, 1, decisive=for_seat and bool(out & set(among))) for among, for_seat in draws
    )
    return tuple(order), drawn
