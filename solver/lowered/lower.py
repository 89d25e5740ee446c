"""How each term comes down to parts; one that is not named here keeps code of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

import numpy as np

from solver.lowered.builder import Builder
from solver.lowered.looked_up import Distances, Edged, Matrix
from solver.lowered.shapes import Chosen, Own
from solver.quantise import IntArray
from solver.terms import Apart, Choice, Likeness, Merit, PairCost, Place, Stay, Term


@dataclass(frozen=True)
class Amounts:
    """Where a term counts: ``breaches`` what it demands, ``points`` what it wishes."""

    breaches: int
    points: int

    def of(self, term: Term) -> int:
        """Where a term counts that is either demanded or wished."""
        return self.breaches if term.price is None else self.points


def _weight(term: Term) -> int:
    """What one unit counts for: its price, or itself where it is demanded."""
    return 1 if term.price is None else term.price


def in_table(term: Term) -> bool:
    """Whether what its pairs cost stands in a table, where there are tables."""
    if isinstance(term, PairCost):
        return term.per_member or term.matrix is not None
    return isinstance(term, Likeness)


@singledispatch
def lower_term(term: Term, at: Amounts, into: Builder) -> None:
    """Hands what ``term`` counts to ``into``."""
    into.others.append(Own(amount=at.of(term), term=term, weight=_weight(term)))


@lower_term.register
def _(term: Likeness, at: Amounts, into: Builder) -> None:
    into.pairs(at.of(term), Distances(term.features, _weight(term)), divided=True)


@lower_term.register
def _(term: PairCost, at: Amounts, into: Builder) -> None:
    weight, divided = _weight(term), term.per_member
    if term.matrix is not None:
        into.pairs(at.of(term), Matrix(term.matrix, weight), divided=divided)
        return
    given = Edged(_edges(term), weight * _costs(term))
    if divided:
        into.pairs(at.of(term), given, divided=True)
    else:
        into.edges(at.of(term), given)


def _edges(term: PairCost) -> IntArray:
    return np.zeros((0, 2), dtype=np.int64) if term.edges is None else term.edges


def _costs(term: PairCost) -> IntArray:
    return np.zeros(0, dtype=np.int64) if term.costs is None else term.costs


@lower_term.register
def _(term: Apart, at: Amounts, into: Builder) -> None:
    costs = np.full(len(term.edges), _weight(term), dtype=np.int64)
    into.edges(at.of(term), Edged(term.edges, costs))


@lower_term.register
def _(term: Place, at: Amounts, into: Builder) -> None:
    bound = ~term.allowed.all(axis=1)
    lines = (~term.allowed[bound]).astype(np.int64)
    into.seats(at.of(term), term.told[bound], _weight(term) * lines)


@lower_term.register
def _(term: Stay, at: Amounts, into: Builder) -> None:
    if term.never.any():
        into.homes(at.breaches, term.previous, term.never.astype(np.int64))
    if term.price and term.cost.any():
        into.homes(at.points, term.previous, term.price * term.cost)


@lower_term.register
def _(term: Merit, at: Amounts, into: Builder) -> None:
    into.outside(at.of(term), _weight(term) * term.value)


@lower_term.register
def _(term: Choice, at: Amounts, into: Builder) -> None:
    into.others.append(Own(amount=at.breaches, term=term, weight=1))
    if term.price:
        into.others.append(Chosen(amount=at.points, term=term, weight=term.price))
