"""How alike the questions of two people are, and what it costs to put them together.

A theme that both named outweighs all wording; where nobody named themes, texts decide alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from cohorts.people.likeness import TextLikeness
from cohorts.people.sparse_rows import SparseRows
from solver.quantise import FloatArray, IntArray, quantise
from solver.terms.pair_cost import SCALE

DENSE = 2_000
"""Up to so many people every pair is priced; above, only each one's nearest."""
NEAREST = 30
ALL_COMPARED, PART = 4_000, 2_000
"""Up to so many people each is compared with all; of more, with so many who named about the same.

So that the work grows with the people, and not with their square.
"""
AT_ONCE = 500
"""So many people are compared with others at a time."""
SHARED, OF_THEMES, OF_TEXT = 0.5, 0.2, 0.3
"""Of two who share a theme: for that alone, for how much of their themes they share, by text."""
BY_TEXT_ALONE = 0.4
"""Of two who named themes and share none, by their texts: always less than SHARED."""
UNKNOWN, BY_TEXT_UNKNOWN = 0.2, 0.25
"""Where one of them named none: in between, for that is no sign of anything."""


class QuestionsAlike:
    """Everybody's texts and themes, and the likeness 0 … 1 of each pair.

    ``texts``, ``values``: see :class:`TextLikeness`; ``themes``: of each what they named.
    ``closest``: the likeness of the closest twentieth of all texts; from there on two texts are
    fully alike. ``chance``: the likeness of a pair by chance.
    """

    def __init__(
        self,
        texts: Sequence[str],
        values: Sequence[Sequence[str]],
        themes: Sequence[Sequence[str]],
    ) -> None:
        self.n = len(texts)
        self.texts = TextLikeness(texts, values)
        self._named = [sorted(set(named)) for named in themes]
        self._themed = np.array([bool(named) for named in themes], dtype=bool)
        self._themes = _theme_vectors(themes) if self._themed.sum() > 1 else None
        at = np.linspace(0, max(self.n - 1, 0), min(self.n, DENSE))
        some = np.unique(np.round(at).astype(np.int64))
        texts_alike = self.texts.between(some, some)
        self.closest = closest(texts_alike)
        known = _pairs(np.minimum(texts_alike / self.closest, 1.0))
        self._middle = float(np.median(known)) if known.size else 0.0
        self.sample = self.between(some, some)
        known = _pairs(self.sample)
        self.chance = float(known.mean()) if known.size else 0.0

    def between(self, rows: IntArray, columns: IntArray) -> FloatArray:
        """(rows, columns) how alike they are; NaN where one of them wrote and named too little."""
        text = np.minimum(self.texts.between(rows, columns) / self.closest, 1.0)
        if self._themes is None:
            return text
        shared = self._themes.taken(rows).dots(self._themes.taken(columns))
        both = self._themed[rows][:, None] & self._themed[columns][None, :]
        known = np.where(np.isnan(text), self._middle, text)
        apart = np.where(both, BY_TEXT_ALONE * known, UNKNOWN + BY_TEXT_UNKNOWN * known)
        like = np.where(shared > 0, SHARED + OF_THEMES * shared + OF_TEXT * known, apart)
        return np.where(np.isnan(text) & ~both, np.nan, like)

    def within(self, rows: Sequence[int]) -> FloatArray:
        """(k, k) of a few, symmetric."""
        at = np.array(rows, dtype=np.int64)
        # up to DENSE people the sample is everybody
        like = self.sample[np.ix_(at, at)] if self.n <= DENSE else self.between(at, at)
        return np.asarray((like + like.T) / 2)

    @cached_property
    def costs(self) -> IntArray:
        """(n, n) quanta: 1 − likeness, and where it is not known the median. Up to DENSE people."""
        return costs_of((self.sample + self.sample.T) / 2)

    @cached_property
    def nearest(self) -> tuple[IntArray, IntArray]:
        """(m, 2) and (m,): pairs i < j, one of them among the nearest of the other, and their cost.

        The cost is below 0: a gain, in quanta. Sorted by pair.
        """
        keys: list[IntArray] = []
        gains: list[FloatArray] = []
        for part in self._compared():
            for first in range(0, part.size, AT_ONCE):
                pairs, gain = self._nearest_in(part[first : first + AT_ONCE], part)
                keys.append(pairs[:, 0] * self.n + pairs[:, 1])
                gains.append(gain)
        key, first_at = np.unique(np.concatenate(keys), return_index=True)
        quanta = quantise(np.concatenate(gains)[first_at], SCALE)
        return np.stack([key // self.n, key % self.n], axis=1), -quanta

    def _nearest_in(self, rows: IntArray, part: IntArray) -> tuple[IntArray, FloatArray]:
        """The pairs (m, 2) of each of ``rows`` with its nearest in ``part``, and their likeness."""
        like = np.nan_to_num(self.between(rows, part))
        like[rows[:, None] == part[None, :]] = -1.0
        # of those as near the first by id: a billionth is less than any likeness is told to
        order = like - part * (1e-10 / self.n)
        near = np.argpartition(-order, NEAREST, axis=1)[:, :NEAREST]
        pairs = np.stack([np.repeat(rows, NEAREST), part[near].ravel()], axis=1)
        return np.sort(pairs, axis=1), np.take_along_axis(like, near, axis=1).ravel()

    def _compared(self) -> list[IntArray]:
        """Parts of the people, each row in one and ascending; who is in one is compared.

        All in one, or side by side those who named the same themes, and of those the same subjects.
        """
        if self.n <= ALL_COMPARED:
            return [np.arange(self.n)]
        named = [(self._named[i], sorted(self.texts.subjects[i]), i) for i in range(self.n)]
        order = np.array([i for *_, i in sorted(named)], dtype=np.int64)
        return [np.sort(part) for part in np.array_split(order, -(-self.n // PART))]

    def cost(self, i: int, j: int) -> int:
        """What a pair costs, in quanta."""
        if self.n <= DENSE:
            return int(self.costs[i, j])
        edges, costs = self.nearest
        at = int(np.searchsorted(self._keys, key := min(i, j) * self.n + max(i, j)))
        return int(costs[at]) if at < len(edges) and self._keys[at] == key else 0

    @cached_property
    def _keys(self) -> IntArray:
        edges, _ = self.nearest
        return np.asarray(edges[:, 0] * self.n + edges[:, 1])

    def quality(self, mean: float) -> float:
        """0 where pairs are as alike as by chance, 1 where they are fully alike."""
        room = 1.0 - self.chance
        share = (mean - self.chance) / room if room > 0 else 1.0
        return round(min(max(share, 0.0), 1.0), 3)


def costs_of(likeness: FloatArray) -> IntArray:
    """(n, n) quanta: 1 − likeness; NaN: the median; 0 with oneself."""
    away = 1.0 - likeness
    known = _pairs(away)
    away[np.isnan(away)] = np.median(known) if known.size else 0.0
    np.fill_diagonal(away, 0.0)
    return quantise(away, SCALE)


def closest(likeness: FloatArray) -> float:
    """The likeness above which a pair is among the closest twentieth of all pairs.

    Two texts can hardly be more about the same thing, so from there on they are fully alike.
    """
    known = _pairs(likeness)
    return max(float(np.quantile(known, 0.95)), 1e-6) if known.size else 1.0


def _pairs(table: FloatArray) -> FloatArray:
    """What is known of pairs: above the diagonal, without NaN."""
    return np.asarray(table[np.triu(~np.isnan(table), 1)])


def _theme_vectors(themes: Sequence[Sequence[str]]) -> SparseRows:
    """Dot of two rows: how many they share / √(named by the one × named by the other)."""
    named = [set(one) for one in themes]
    number = {theme: i for i, theme in enumerate(sorted(set().union(*named)))}
    return SparseRows.of(
        [[(number[theme], 1 / np.sqrt(len(one))) for theme in one] for one in named],
        max(len(number), 1),
    )
