"""Ballots as orders: places as they were given, or scores from high to low."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import Literal, TypeAlias

from cohorts.committee.counting.weighted_score import weighted_score
from cohorts.committee.votes import Asked, Ballot, Election, Silence

Unranked: TypeAlias = Literal["silent", "last"]
"""``silent``: who was not placed is not compared. ``last``: they stand behind all that were."""


@dataclass(frozen=True)
class Order:
    """``tiers``: the first placed first, equals together. ``unplaced``: not judged by the voter.

    Who abstained on somebody or may not judge them did not leave them out of an order: they are in
    neither.
    """

    ballot: Ballot
    tiers: tuple[tuple[str, ...], ...]
    unplaced: tuple[str, ...] = ()

    @property
    def power(self) -> Fraction:
        """How much it counts."""
        return self.ballot.power


def as_orders(election: Election, unranked: Unranked = "silent") -> Iterator[Order]:
    """Each ballot that places anybody; equal scores are equal places."""
    for ballot in election.ballots:
        order = _order(ballot, election)
        if order.tiers and unranked == "last" and order.unplaced:
            order = replace(order, tiers=(*order.tiers, order.unplaced), unplaced=())
        if order.tiers:
            yield order


def _order(ballot: Ballot, election: Election) -> Order:
    values = {c: weighted_score(ballot, c, election) for c in election.candidates}
    said = {c: value for c, value in values.items() if value is not None}
    # whole numbers in the same order: fractions are slow as keys and to sort
    unit = lcm(*(value.denominator for value in said.values()))
    sign = 1 if election.asked is Asked.ORDER else -1
    tiers: dict[int, list[str]] = {}
    for candidate, value in said.items():
        tiers.setdefault(sign * value.numerator * (unit // value.denominator), []).append(candidate)
    unplaced = (c for c in values if c not in said and ballot.said[c] is Silence.NOT_JUDGED)
    return Order(ballot, tuple(tuple(tiers[v]) for v in sorted(tiers)), tuple(unplaced))
