"""A task: n rows, K groups with size bounds, terms. Checked at birth."""

from __future__ import annotations

from dataclasses import dataclass

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

    Raises InvalidTaskError with one of the codes ``no_groups``, ``bounds``, ``too_few_places``,
    ``too_few_rows``, ``shape``, ``same_name``, ``overflow`` (points or breaches could leave int64).
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

    def __post_init__(self) -> None:
        if self.wished_groups < 0:
            object.__setattr__(self, "wished_groups", self.groups)
        self._check_arithmetic()
        self._check_terms()

    @property
    def groups(self) -> int:
        """K."""
        return int(self.low.size)

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
        amounts = [(term.price or 1) * term.largest(self.n) for term in self.terms]
        if sum(amounts) >= LIMIT:
            most = self.terms[amounts.index(max(amounts))]
            raise InvalidTaskError("overflow", term=most.name, owner=most.owner)
