"""What every term of the closed set has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np

from solver.division import Division
from solver.grouping import Grouping
from solver.quantise import FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class Charge:
    """What a grouping costs by one term: (K+1,) each, the last entry belongs to no group.

    ``breaches``: units by which a hard demand is broken. ``points``: price × amount, where an
    amount per member is rounded down by itself; ``rest``: price × what that left, in parts of the
    group's size. All that is left in a group is divided once, together (``solver.score``).
    """

    breaches: IntArray
    points: IntArray
    rest: IntArray

    @classmethod
    def whole(cls, breaches: IntArray, points: IntArray) -> Self:
        """Where nothing is divided, so that nothing is left."""
        return cls(breaches, points, np.zeros_like(points))


@dataclass(frozen=True, eq=False, kw_only=True)
class Term(ABC):
    """One mathematical demand or wish over a grouping.

    ``name`` is unique in a task; ``owner`` leads the caller back to whoever asked for it, and
    means nothing here. ``price`` is in points per unit of amount; None: every unit is a breach.
    A hard term falls apart into ``pieces`` demands that can be kept or dropped one by one (each
    edge, each set, each value), which is how a minimal conflict is found; what does not fall
    apart is demanded whole or not at all, and is about everybody.
    """

    in_quanta: ClassVar[bool] = False
    """Whether a unit of the amount is finer than a person, a pair or a value."""

    compares: ClassVar[bool] = False
    """Whether what it costs depends on which rows sit with which."""

    name: str
    owner: str = ""
    price: int | None

    @classmethod
    def module_name(cls) -> str:
        """What its file is called here, among the postings and among the kernels."""
        return cls.__module__.rpartition(".")[2]

    @property
    @abstractmethod
    def rows(self) -> int | None:
        """n, or None where the term does not look at single rows."""

    @abstractmethod
    def largest(self, n: int) -> int:
        """No grouping of ``n`` rows has a larger amount in all (a bound, for overflow)."""

    @property
    def per_member(self) -> bool:
        """Whether what a group costs is divided by its size."""
        return False

    def largest_undivided(self, n: int, size: int) -> int:
        """As ``largest``, before anything is divided, where no group has more than ``size`` rows.

        It holds with one row more in a group too: what the search knows of a row beside a group.
        """
        del size
        return self.largest(n)

    @abstractmethod
    def charge(self, grouping: Grouping) -> Charge:
        """What this grouping costs."""

    def defined(self, grouping: Grouping) -> Charge:
        """The definition of ``charge``, which every faster version must equal.

        Group by group where ``charge`` works out all of them at once.
        """
        return self.charge(grouping)

    def recharge(self, known: Charge, grouping: Grouping, groups: Collection[int]) -> Charge:
        """``charge``, where ``known`` is that of a grouping that differs only in these groups.

        Outside may be among them (K); a group differs in its members or in what it took.
        """
        del known, groups
        return self.charge(grouping)

    def costs_with(self, rows: IntArray, size: int) -> FloatArray:
        """(rows, n) what each of ``rows`` costs with every row in a group of ``size``, in points.

        Of a term that ``compares``; about as much, for the search to look among near rows.
        """
        raise NotImplementedError

    @property
    def is_hard(self) -> bool:
        """Whether any of it is demanded, so that it can be broken."""
        return self.price is None

    @property
    def gives(self) -> bool:
        """Whether its amount may be below zero, so that a grouping can gain by it."""
        return False

    def demanded(self) -> Self:
        """The same term without a price: nothing of it is wished, all of it is demanded."""
        return replace(self, price=None)

    def freed(self) -> Self | None:
        """The same wish with nothing demanded any more; None where no wish is left.

        Itself where there is nothing to let go.
        """
        return None if self.price is None else self

    @property
    def pieces(self) -> int:
        """How many demands it falls apart into."""
        return 1

    def keep(self, pieces: Sequence[int]) -> Self:
        """The same term with only these pieces (ascending) still demanded."""
        del pieces  # there is but one
        return self

    def people(self, piece: int) -> IntArray:
        """The rows a piece is about (empty: all)."""
        del piece
        return np.empty(0, dtype=np.int64)

    def sparing(self, row: int) -> Self:
        """The same term that takes no notice of a row; itself where it can do no other.

        Without the pieces that are about the row; a term that can look past one row says how.
        """
        about = [p for p in range(self.pieces) if row in self.people(p)]
        return self.keep([p for p in range(self.pieces) if p not in about]) if about else self

    def in_parts(self, division: Division) -> list[Self] | None:
        """The same term about each part alone, its rows and groups numbered anew.

        Whatever changes within the parts, it costs them together so much more as it does the whole.
        None where it does not: where what counts is known of all groups at once only.
        """
        del division
        return None

    @property
    def misses(self) -> bool:
        """Whether it minds that a row sits nowhere, so that others pay for it."""
        return False

    @property
    def compares_sizes(self) -> bool:
        """Whether it is about how the sizes of all open groups compare."""
        return False

    @property
    def spends_together(self) -> bool:
        """Whether what one group costs depends on what the others spend, whatever their sizes."""
        return False

    def tells_apart(self, group: int) -> bytes:
        """Equal for two groups wherever the term would not notice that they change numbers."""
        del group
        return b""


def charged(price: int | None, amounts: IntArray) -> Charge:
    """Amounts (K+1,) as breaches where the term is hard, as points where it is priced."""
    nothing = np.zeros_like(amounts)
    if price is None:
        return Charge.whole(amounts, nothing)
    return Charge.whole(nothing, price * amounts)


def divided(price: int | None, sums: IntArray, sizes: IntArray) -> Charge:
    """As ``charged``, of sums (K+1,) that are divided by ``sizes`` (K+1,), each at least 1."""
    amounts, left = np.divmod(sums, sizes)
    return replace(charged(price, amounts), rest=(price or 0) * left)


def without_row(values: IntArray, row: int, nothing: int) -> IntArray:
    """A copy of ``values`` (n,) in which one row has ``nothing``."""
    left = values.copy()
    left[row] = nothing
    return left


def per_group(grouping: Grouping) -> IntArray:
    """(K+1,) zeros to count in."""
    return np.zeros(grouping.groups + 1, dtype=np.int64)
