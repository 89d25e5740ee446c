"""A task: n rows, K groups with size bounds, terms. Checked at birth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from solver.enough import Alike
from solver.errors import InvalidTaskError
from solver.places import Places
from solver.quantise import LIMIT, IntArray
from solver.terms.term import Term


@dataclass(frozen=True, eq=False, kw_only=True)
class Task:
    """What is to be composed.

    ``low``, ``high`` (K,): bounds on the size of an open group; ``may_close``: a group may stay
    empty; ``wished_groups``: how many should be open; ``lot`` (n,): rank of each row in the
    drawing of lots, the last tie-break; ``fair``: the group that is worst off counts before the
    total. Rows are sorted by id before they come here.

    ``standing`` (n,): how high each row stands, where who stands higher is placed first (None:
    standing decides nothing by itself). ``margin``: by how much the sum of the standings of the
    placed rows may fall below that of the best answer by standing alone, for a better fit;
    ``floor``: the sum that this comes to, once it is known (see :mod:`solver.score`).
    ``alike``: wishes that count up to a stated level, and before the others.

    Raises InvalidTaskError with one of the codes ``no_groups``, ``bounds``, ``too_few_places``,
    ``too_few_rows``, ``shape``, ``same_name``, ``overflow`` (breaches or points could leave int64,
    also before they are divided by a size), ``margin`` (below zero, or no standing to give up),
    ``alike`` (no such wish, or a bound below zero).
    """

    n: int
    low: IntArray
    high: IntArray
    terms: tuple[Term, ...]
    places: Places
    lot: IntArray
    may_close: bool = False
    wished_groups: int = -1
    fair: bool = False
    standing: IntArray | None = None
    margin: int = 0
    floor: int | None = None
    alike: Alike | None = None

    def __post_init__(self) -> None:
        if self.wished_groups < 0:
            object.__setattr__(self, "wished_groups", self.groups)
        self._check_arithmetic()
        self._check_terms()
        self._check_standing()
        self._check_alike()

    @property
    def groups(self) -> int:
        """K."""
        return int(self.low.size)

    @cached_property
    def last(self) -> IntArray:
        """(n,) rank of each row in the last tie-break; of the placed rows, the sum is compared.

        The lots; with a ``floor`` the standings before them, so that nobody gives way to somebody
        lower where nothing fits better for it.
        """
        if self.standing is None or self.floor is None:
            return self.lot
        ranks: IntArray = _below(self.standing) * self.above_lots + self.lot
        return ranks

    @property
    def above_lots(self) -> int:
        """More than any sum of lots."""
        return int(self.lot.sum()) + 1

    @property
    def alike_terms(self) -> frozenset[str]:
        """Names of the wishes that count up to a stated level, and in no other level."""
        return frozenset(self.alike.terms if self.alike is not None else ())

    def counts_within(self, size: int) -> bool:
        """Whether nothing could leave int64 in groups of up to ``size`` rows, whatever ``high``."""
        return sum(self._amounts(size)) < LIMIT

    def _amounts(self, size: int) -> list[int]:
        """The most that each term could come to, undivided, in groups of up to ``size`` rows."""
        return [(t.price or 1) * t.largest_undivided(self.n, size) for t in self.terms]

    def _check_arithmetic(self) -> None:
        if self.groups == 0 or self.n == 0:
            raise InvalidTaskError("no_groups", n=self.n, groups=self.groups)
        if (self.low < 1).any() or (self.low > self.high).any():
            raise InvalidTaskError("bounds")
        if self.lot.shape != (self.n,):
            raise InvalidTaskError("shape", term="lot")
        room = int(self.high.sum())
        if self.places.low > min(room, self.n):
            raise InvalidTaskError("too_few_places", wanted=self.places.low, room=room)
        need = int(self.low.min() if self.may_close else self.low.sum())
        if min(self.places.high, self.n) < need and not (self.may_close and self.places.low == 0):
            raise InvalidTaskError("too_few_rows", need=need, n=min(self.places.high, self.n))

    def _check_terms(self) -> None:
        names = [term.name for term in self.terms]
        if len(set(names)) < len(names):
            raise InvalidTaskError("same_name", names=names)
        for term in self.terms:
            if term.rows not in (None, self.n):
                raise InvalidTaskError("shape", term=term.name, rows=term.rows, n=self.n)
        amounts = self._amounts(int(self.high.max()))
        if sum(amounts) >= LIMIT:
            most = self.terms[amounts.index(max(amounts))]
            raise InvalidTaskError("overflow", term=most.name, owner=most.owner)

    def _check_standing(self) -> None:
        if self.margin < 0 or (self.standing is None and (self.margin or self.floor is not None)):
            raise InvalidTaskError("margin", margin=self.margin)
        if self.standing is None:
            return
        if self.standing.shape != (self.n,):
            raise InvalidTaskError("shape", term="standing")
        if sum(abs(int(value)) for value in self.standing) + self.margin >= LIMIT:
            raise InvalidTaskError("overflow", term="standing", owner="")
        furthest = int(_below(self.standing).max())
        if (self.margin or self.floor is not None) and self.n * furthest * self.above_lots >= LIMIT:
            raise InvalidTaskError("overflow", term="standing", owner="")

    def _check_alike(self) -> None:
        if self.alike is None:
            return
        wishes = {term.name for term in self.terms if term.price is not None}
        if self.alike.bound < 0 or not self.alike_terms <= wishes:
            raise InvalidTaskError("alike", terms=self.alike.terms, bound=self.alike.bound)


def _below(standing: IntArray) -> IntArray:
    """(n,) how far each is below the highest, in the largest unit that divides all of it."""
    below: IntArray = standing.max() - standing
    return below // max(int(np.gcd.reduce(below)), 1)
