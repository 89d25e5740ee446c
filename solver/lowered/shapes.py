"""The small fixed set of parts that any task comes down to.

Every part adds to one amount (see :mod:`solver.lowered.counted`): wishes to SHARED, or to
ALIKE_ABOVE where likeness counts up to a level, with the price already in them; demands to an
amount of breaches.
"""

from __future__ import annotations

from dataclasses import dataclass

from solver.quantise import IntArray
from solver.terms import Term


@dataclass(frozen=True, eq=False, kw_only=True)
class Part:
    """``amount``: what it adds to."""

    amount: int


@dataclass(frozen=True, eq=False, kw_only=True)
class Links:
    """Pairs row by row: the others of row i are ``to[start[i]:start[i + 1]]``, with ``cost``.

    ``start`` (n+1,); ``to``, ``cost`` (2m,): every pair stands with both its rows.
    """

    start: IntArray
    to: IntArray
    cost: IntArray


@dataclass(frozen=True, eq=False, kw_only=True)
class PairSums(Part):
    """Sum over the pairs within each group of table number ``table``; ``divided`` by its size."""

    table: int
    divided: bool


@dataclass(frozen=True, eq=False, kw_only=True)
class Sparse(Part):
    """The same for very many rows, divided: features with a weight a column, and links.

    Of the columns that stand side by side these begin at ``first``; ``weights`` (d,).
    """

    first: int
    weights: IntArray
    links: Links


@dataclass(frozen=True, eq=False, kw_only=True)
class Edges(Part):
    """Sum of the costs of the links within each group, undivided."""

    links: Links


@dataclass(frozen=True, eq=False, kw_only=True)
class Seats(Part):
    """What a row costs by its seat: ``lines`` (R, K+1), for the few rows that have one.

    ``line_of`` (n,): the line of each row, or -1.
    """

    line_of: IntArray
    lines: IntArray


@dataclass(frozen=True, eq=False, kw_only=True)
class Homes(Part):
    """``away`` (n,) where a row sits elsewhere than at ``home`` (-1: none); ``outside`` (n,)."""

    home: IntArray
    away: IntArray
    outside: IntArray


@dataclass(frozen=True, eq=False, kw_only=True)
class Own(Part):
    """A term that is counted by code of its own; ``weight``: its price, 1 for a demand."""

    term: Term
    weight: int


@dataclass(frozen=True, eq=False, kw_only=True)
class Chosen(Part):
    """The members' costs of what each group took of the Choice ``term``; its price."""

    term: Term
    weight: int
