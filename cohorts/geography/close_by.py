"""Who does the same close by: pairs of people of two companies, by trade and distance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from typing_extensions import override

from cohorts.geography.distance import Point, hectometres, near_pairs
from cohorts.geography.meeting_places import home_of
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair
from cohorts.people.trade import OF_CLASS, Trade, trades_of
from solver.quantise import BoolArray, IntArray

PER_KM = 10


@dataclass(frozen=True)
class Near:
    """What two have in common, and how far they are apart, in whole hundreds of metres."""

    trade: Trade
    away: int

    @property
    def by_class(self) -> bool:
        """Whether it is a class of the register, and not only a sector that both ticked."""
        return self.trade.kind == OF_CLASS


@dataclass(frozen=True, eq=False)
class NearPairs(Mapping[Pair, Near]):
    """Pairs of people (ids ascending), in order, as rows of numbers: there can be millions.

    ``ids``: everybody, ascending. ``edges`` (m, 2): two places in them, i < j; ``trade`` (m,): the
    place in ``trades`` of what they have in common; ``away`` (m,): in whole hundreds of metres.
    """

    ids: tuple[ApplicantId, ...]
    edges: IntArray
    trade: IntArray
    away: IntArray
    trades: tuple[Trade, ...]

    @override
    def __len__(self) -> int:
        return len(self.edges)

    @override
    def __iter__(self) -> Iterator[Pair]:
        return ((self.ids[i], self.ids[j]) for i, j in self.edges.tolist())

    @override
    def __getitem__(self, pair: Pair) -> Near:
        one, other = self.place[pair[0]], self.place[pair[1]]
        for at in self._at(np.array([one * len(self.ids) + other])):
            return self._near(at)
        raise KeyError(pair)

    @cached_property
    def place(self) -> Mapping[ApplicantId, int]:
        """Id → its place in ``ids``."""
        return {one: i for i, one in enumerate(self.ids)}

    @cached_property
    def by_class(self) -> BoolArray:
        """(m,) of each pair, as :attr:`Near.by_class`."""
        return np.array([trade.kind == OF_CLASS for trade in self.trades], dtype=bool)[self.trade]

    def among(self, members: Collection[ApplicantId]) -> dict[Pair, Near]:
        """The pairs of which both are members, in order."""
        places = sorted(self.place[one] for one in members)
        keys = [i * len(self.ids) + j for i, j in combinations(places, 2)]
        found = self._at(np.array(keys, dtype=np.int64))
        pairs = ((self.ids[i], self.ids[j]) for i, j in self.edges[found].tolist())
        return dict(zip(pairs, map(self._near, found), strict=True))

    def without(self, pairs: Iterable[Pair]) -> NearPairs:
        """All but these pairs (ids ascending)."""
        place, n = self.place, len(self.ids)
        known = {place[a] * n + place[b] for a, b in pairs if a in place and b in place}
        gone = self._at(np.array(sorted(known), dtype=np.int64))
        kept = np.ones(len(self), dtype=bool)
        kept[gone] = False
        return self.kept(kept)

    def kept(self, which: BoolArray) -> NearPairs:
        """Only these of the pairs."""
        return NearPairs(
            self.ids, self.edges[which], self.trade[which], self.away[which], self.trades
        )

    @cached_property
    def _keys(self) -> IntArray:
        """(m,) one number for each pair, ascending."""
        keys: IntArray = self.edges[:, 0] * len(self.ids) + self.edges[:, 1]
        return keys

    def _at(self, keys: IntArray) -> list[int]:
        """The places of those of these keys (ascending) that there are."""
        if not self._keys.size:
            return []
        at = np.minimum(np.searchsorted(self._keys, keys), self._keys.size - 1)
        found: list[int] = at[self._keys[at] == keys].tolist()
        return found

    def _near(self, at: int) -> Near:
        return Near(self.trades[self.trade[at]], int(self.away[at]))


@dataclass(frozen=True)
class Neighbours:
    """``unknown``: of whom it cannot be told."""

    pairs: NearPairs
    unknown: frozenset[ApplicantId]


def neighbours(
    people: Sequence[Applicant],
    company: Mapping[ApplicantId, str],
    within_km: float,
    columns: tuple[str, ...],
) -> Neighbours:
    """Everybody of other companies who does the same within so many kilometres, as the crow flies.

    ``company``: id → the sign of the company; ``columns``: of ticked sectors. Of two who share
    several the class counts, then the sector that comes first.
    """
    trades = {a.id: trades_of(a, columns) for a in people}
    homes = {a.id: home for a in people if (home := home_of(a)) is not None}
    ids = tuple(sorted(trades))
    doing: dict[Trade, list[int]] = {}
    for place, one in enumerate(ids):
        for trade in trades[one] if one in homes else ():
            doing.setdefault(trade, []).append(place)
    in_order = tuple(sorted(doing, key=lambda trade: (trade.kind != OF_CLASS, trade)))
    edges, of_trade = _first_of_each(doing, in_order, [homes.get(one) for one in ids], within_km)
    sign = _numbered([company[one] for one in ids])
    others = sign[edges[:, 0]] != sign[edges[:, 1]]
    edges, of_trade = edges[others], of_trade[others]
    away = _away([homes.get(one) for one in ids], edges)
    near = away <= round(PER_KM * within_km)
    pairs = NearPairs(ids, edges[near], of_trade[near], away[near], in_order)
    unknown = frozenset(a.id for a in people if not trades[a.id] or a.id not in homes)
    return Neighbours(pairs, unknown)


def _first_of_each(
    doing: Mapping[Trade, Sequence[int]],
    trades: Sequence[Trade],
    homes: Sequence[Point | None],
    within_km: float,
) -> tuple[IntArray, IntArray]:
    """(m, 2) the pairs that may be near, in order, and (m,) the first of the trades they share."""
    n = max(len(homes), 1)
    keys, of = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for number, trade in enumerate(trades):
        here = np.array(doing[trade], dtype=np.int64)
        points = [home for place in doing[trade] if (home := homes[place]) is not None]
        found = here[near_pairs(points, within_km)]
        keys.append(found[:, 0] * n + found[:, 1])
        of.append(np.full(len(found), number, dtype=np.int64))
    key, first = np.unique(np.concatenate(keys), return_index=True)
    return np.stack([key // n, key % n], axis=1), np.concatenate(of)[first]


def _away(homes: Sequence[Point | None], edges: IntArray) -> IntArray:
    """(m,) hundreds of metres; between two homes that are worked out once."""
    number = _numbered(homes)
    spots = {int(at): home for at, home in zip(number, homes, strict=True) if home is not None}
    ends = np.sort(number[edges], axis=1)
    key, which = np.unique(ends[:, 0] * (len(homes) + 1) + ends[:, 1], return_inverse=True)
    one, other = np.divmod(key, len(homes) + 1)
    ends_of = zip(one.tolist(), other.tolist(), strict=True)
    between = [hectometres(spots[a], spots[b]) for a, b in ends_of]
    away: IntArray = np.array(between, dtype=np.int64)[which.reshape(-1)]
    return away


def _numbered(values: Sequence[object]) -> IntArray:
    """(n,) a number for each, the same for equal values."""
    number: dict[object, int] = {}
    return np.array([number.setdefault(v, len(number)) for v in values], dtype=np.int64)
