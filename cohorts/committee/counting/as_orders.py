"""Ballots as orders: places as they were given, or scores from high to low."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
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
    tiers: dict[Fraction, list[str]] = {}
    unplaced = []
    sign = 1 if election.asked is Asked.ORDER else -1
    for candidate in election.candidates:
        value = weighted_score(ballot, candidate, election)
        if value is not None:
            tiers.setdefault(sign * value, []).append(candidate)
        elif ballot.said[candidate] is Silence.NOT_JUDGED:
            unplaced.append(candidate)
    return Order(ballot, tuple(tuple(tiers[v]) for v in sorted(tiers)), tuple(unplaced))
