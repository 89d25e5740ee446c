"""Choosing by a figure of one's own: the highest first, equals by lot, and the lots shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from cohorts.committee.counting.elected import Drawn, Elected, Step
from cohorts.people.lot import lot


def highest_first(
    standing: Mapping[str, Fraction], seats: int, seed: int, steps: Iterable[Step] = ()
) -> Elected:
    """The outcome where each stands at a figure, higher is better."""
    order: list[str] = []
    drawn = []
    ordered = sorted(standing, key=lambda candidate: -standing[candidate])
    for _, equals in groupby(ordered, key=standing.__getitem__):
        among = in_lot_order(equals, seed)
        inside = min(max(seats - len(order), 0), len(among))
        if len(among) > 1:
            drawn.append(Drawn(among, inside, decisive=0 < inside < len(among)))
        order += among
    return Elected(
        seats, tuple(order[:seats]), tuple(order[seats:]), standing, tuple(drawn), tuple(steps)
    )


def in_lot_order(candidates: Iterable[str], seed: int) -> tuple[str, ...]:
    """Who stand equal, as the lot puts them."""
    found = tuple(candidates)
    if len(found) == 1:  # so it is most often, and then no lot need be made
        return found
    return tuple(sorted(found, key=lambda c: (lot(seed, c), c)))


def first_by_lot(candidates: Sequence[str], seed: int) -> str:
    """Whom the lot puts first."""
    return in_lot_order(candidates, seed)[0]
