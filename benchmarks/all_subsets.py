"""Every grouping of a small round as bits, and what decides about a person, by plain definitions.

It shares no line with the solver: a group is a number of which bit i says that person i is in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from cohorts.composing.hindrances.causes import Cause, Decided, Kind

Bits = NDArray[np.int64]
Mask = NDArray[np.bool_]
FIELDS = (
    Decided.COUNT,
    Decided.COUNT,
    Decided.STANDING,
    Decided.FIT,
    Decided.HIGHER,
    Decided.LOT,
)
"""What each level of :meth:`Space.levels` is to a person, in order."""


@dataclass(frozen=True)
class Asked:
    """What a round asks, as sets of people (bits).

    ``apart``, ``together``: sets of two or more; ``trades``: at most ``most`` of each in a group;
    ``pins``: (person, group from 0). ``dislikes``: pairs that cost ``price`` each. ``merit``: of
    each person; ``ranked``: it is a level, else every unit outside costs ``merit_price``.
    ``floor``: the least that the merit of the placed may come to, where there is a margin.
    """

    n: int
    groups: int
    low: int
    high: int
    places: int
    lot: Sequence[int]
    merit: Sequence[int]
    ranked: bool
    apart: tuple[int, ...] = ()
    together: tuple[int, ...] = ()
    trades: tuple[int, ...] = ()
    most: int = 0
    pins: tuple[tuple[int, int], ...] = ()
    dislikes: tuple[int, ...] = ()
    price: int = 0
    merit_price: int = 0
    floor: int | None = None


@dataclass
class Space:
    """All groupings that are open as wide as they can be: (N,) bits for each group."""

    asked: Asked
    groups: list[Bits] = field(default_factory=list)

    def __post_init__(self) -> None:
        n, k = self.asked.n, self.asked.groups
        if k == 1:
            self.groups = [np.arange(1 << n, dtype=np.int64)]
        else:
            seats = np.array(list(product(range(k + 1), repeat=n)), dtype=np.int64)
            powers = np.int64(1) << np.arange(n)
            self.groups = [((seats == g) * powers).sum(axis=1) for g in range(k)]
        self.placed: Bits = np.bitwise_or.reduce(np.array(self.groups), axis=0)
        self.sizes = [np.bitwise_count(group).astype(np.int64) for group in self.groups]
        self.count: Bits = np.array(self.sizes).sum(axis=0)
        self.open: Bits = (np.array(self.sizes) > 0).sum(axis=0)
        self.known: dict[tuple[str, object], Mask] = {}

    def holds(self, row: int, causes: Collection[Cause]) -> Mask:
        """(N,) which groupings break nothing without these causes, for this person."""
        gone = {c.rule for c in causes if c.kind is Kind.RULE}
        own = {c.rule for c in causes if c.kind is Kind.MUST}
        room = any(c.kind is Kind.ROOM for c in causes)
        asked, me = self.asked, 1 << row
        fits = self._sizes(room=room)
        if "keep_apart" not in gone:
            without = "keep_apart" in own
            fits = fits & self._apart(p for p in asked.apart if not (without and p & me))
        if "keep_together" not in gone:
            without = "keep_together" in own
            fits = fits & self._together(s for s in asked.together if not (without and s & me))
        if "at_most" not in gone:
            left = ~me if "at_most" in own else ~0
            fits = fits & self._at_most(trade & left for trade in asked.trades)
        for person, group in asked.pins:
            if f"pin{person}" not in gone:
                fits = fits & (self.groups[group] & (1 << person) > 0)
        return fits

    def levels(self) -> list[Bits]:
        """(N,) each level of the score, smaller is better."""
        asked = self.asked
        off = np.abs(self.open - asked.groups)
        return [
            asked.n - self.count,
            off,
            self._standing(),
            self._points(),
            self._higher(),
            self._lots(),
        ]

    def _sizes(self, *, room: bool) -> Mask:
        high = self.asked.n if room else self.asked.high
        key = ("sizes", room)
        if key not in self.known:
            fits = self.count <= (self.asked.n if room else self.asked.places)
            for size in self.sizes:
                fits &= (size == 0) | ((size >= self.asked.low) & (size <= high))
            self.known[key] = fits
        return self.known[key]

    def _apart(self, pairs: Iterable[int]) -> Mask:
        fits = np.ones(self.placed.size, dtype=np.bool_)
        for pair in pairs:
            for group in self.groups:
                fits &= (group & pair) != pair
        return fits

    def _together(self, sets: Iterable[int]) -> Mask:
        fits = np.ones(self.placed.size, dtype=np.bool_)
        for one in sets:
            whole = (self.placed & one) == 0
            for group in self.groups:
                whole |= (group & one) == one
            fits &= whole
        return fits

    def _at_most(self, trades: Iterable[int]) -> Mask:
        fits = np.ones(self.placed.size, dtype=np.bool_)
        for trade in trades:
            for group in self.groups:
                fits &= np.bitwise_count(group & trade) <= self.asked.most
        return fits

    def _standing(self) -> Bits:
        """How many of each merit are placed, from the highest, as digits of one number.

        With a floor how far the sum is below it.
        """
        if self.asked.floor is not None:
            return np.maximum(self.asked.floor - self.merit(), 0)
        key = np.zeros(self.placed.size, dtype=np.int64)
        if self.asked.ranked:
            for merit in sorted(set(self.asked.merit), reverse=True):
                who = sum(1 << i for i, m in enumerate(self.asked.merit) if m == merit)
                key = key * (self.asked.n + 1) - np.bitwise_count(self.placed & who)
        return key

    def merit(self) -> Bits:
        """(N,) the merit of everybody who is placed."""
        found = np.zeros(self.placed.size, dtype=np.int64)
        for i, merit in enumerate(self.asked.merit):
            found += merit * ((self.placed >> i) & 1)
        return found

    def _higher(self) -> Bits:
        """What is given up within the margin, as far as nothing is gained by it."""
        if self.asked.floor is None:
            return np.zeros(self.placed.size, dtype=np.int64)
        return -self.merit()

    def _points(self) -> Bits:
        points = np.zeros(self.placed.size, dtype=np.int64)
        for pair in self.asked.dislikes:
            for group in self.groups:
                points += self.asked.price * ((group & pair) == pair)
        if not self.asked.ranked:
            lowest = min(self.asked.merit)
            for i, merit in enumerate(self.asked.merit):
                outside = (self.placed >> i) & 1 == 0
                points += self.asked.merit_price * (merit - lowest) * outside
        return points

    def _lots(self) -> Bits:
        lots = np.zeros(self.placed.size, dtype=np.int64)
        for i, rank in enumerate(self.asked.lot):
            lots += rank * ((self.placed >> i) & 1)
        return lots


class Judge:
    """Says of a person and a set of causes whether taking these away admits the person."""

    def __init__(self, asked: Asked) -> None:
        self.space = Space(asked)
        self.levels = self.space.levels()

    def decided(self, row: int, causes: Collection[Cause]) -> Decided:
        """What decides between the best grouping with the person and the best without."""
        fits = self.space.holds(row, causes)
        inside = (self.space.placed >> row) & 1 == 1
        one, other = self._best(fits & inside), self._best(fits & ~inside)
        if one is None:
            return Decided.NEVER
        if other is None:
            return Decided.ADMITTED
        for level, a, b in zip(FIELDS, one, other, strict=True):
            if a != b:
                return Decided.ADMITTED if a < b else level
        return Decided.LOT

    def admits(self, row: int, causes: Collection[Cause]) -> bool:
        """Whether the person is in every best grouping once these are taken away."""
        found = self.decided(row, causes)
        levels = [Decided[c.kind.name] for c in causes if c.kind.name in Decided.__members__]
        return found is Decided.ADMITTED or bool(levels and found >= min(levels))

    def drawn(self) -> tuple[int, int]:
        """(bits) who has a place in some, and in all, of the groupings that only the lot orders."""
        which = np.flatnonzero(self.space.holds(0, ()))
        for level in self.levels[:-1]:
            values = level[which]
            which = which[values == values.min()]
        placed = self.space.placed[which]
        return int(np.bitwise_or.reduce(placed)), int(np.bitwise_and.reduce(placed))

    def highest(self) -> int:
        """The merit of everybody who is placed in the best grouping by standing alone.

        Of a round whose floor is not looked at.
        """
        which = np.flatnonzero(self.space.holds(0, ()))
        for level in self.levels[:3]:
            values = level[which]
            which = which[values == values.min()]
        return int(self.space.merit()[which[0]])

    def _best(self, fits: Mask) -> tuple[int, ...] | None:
        which = np.flatnonzero(fits)
        if not which.size:
            return None
        found = []
        for level in self.levels:
            values = level[which]
            least = values.min()
            found.append(int(least))
            which = which[values == least]
        return tuple(found)
