"""What is known between made people: few pairs, each for a reason that their trades allow."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence

from cohorts.geography.gazetteer import Spot
from sample_data.making.business import BIDDERS, CUSTOMERS, SHOPS
from sample_data.making.people import Person

Row = tuple[str, ...]
"""a, b, kind, must, note: a line of ``relations.csv``."""

NEAR = 25
"""Kilometres within which two companies of one trade are likely rivals."""
REACH = 60
"""Kilometres within which most suppliers deliver."""
KNOWN = (
    "zitten samen in de ondernemersvereniging",
    "oud-collega's",
    "zaten bij elkaar op school",
    "samen in het bestuur van de tennisclub",
)


def relations(
    draw: random.Random,
    people: Sequence[Person],
    rivals: int,
    supplies: int = 3,
    knows: int = 2,
) -> list[Row]:
    """At most so many pairs of each kind; nobody stands in two pairs."""
    taken: set[int] = set()
    rows = [
        *_some(draw, rival_pairs(people), rivals, taken),
        *_some(draw, supply_pairs(people), supplies, taken),
        *_some(draw, known_pairs(draw, people), knows, taken),
    ]
    return sorted(rows, key=lambda row: (int(row[0]), int(row[1])))


def rival_pairs(people: Sequence[Person]) -> Iterator[Row]:
    """Everybody of one trade near somebody else of it."""
    for a, b in _pairs(people):
        if a.trade == b.trade and kilometres(a.spot, b.spot) < NEAR:
            yield _row(a, b, "competitor", rival_note(a, b))


def rival_note(a: Person, b: Person) -> str:
    """Why two companies of one trade are rivals."""
    if a.trade.sector in BIDDERS:
        return "rekenen vaak aan dezelfde klussen"
    if a.spot.place == b.spot.place:
        shop = a.trade.sector in SHOPS
        return f"{'dezelfde klanten' if shop else 'allebei'} in {a.spot.place}"
    return f"dezelfde klanten tussen {a.spot.place} en {b.spot.place}"


def supply_pairs(people: Sequence[Person]) -> Iterator[Row]:
    """Who may well sell to whom: the trades do business, and the companies are near enough."""
    for a in people:
        for b in people:
            note = CUSTOMERS.get(a.trade.sector, {}).get(b.trade.sector)
            if note and a is not b and kilometres(a.spot, b.spot) < REACH:
                yield _row(a, b, "supplies", note)


def known_pairs(draw: random.Random, people: Sequence[Person]) -> Iterator[Row]:
    """People of different trades in one municipality, who know each other from somewhere."""
    for a, b in _pairs(people):
        if a.spot.municipality == b.spot.municipality and a.trade.sector != b.trade.sector:
            yield _row(a, b, "knows", draw.choice(KNOWN))


def kilometres(a: Spot, b: Spot) -> float:
    """Between two places in the Netherlands, as the crow flies."""
    north = (a.latitude - b.latitude) * 111
    east = (a.longitude - b.longitude) * 68
    return math.hypot(north, east)


def _pairs(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    return ((a, b) for i, a in enumerate(people) for b in people[i + 1 :])


def _row(a: Person, b: Person, kind: str, note: str) -> Row:
    return (str(a.number), str(b.number), kind, "", note)


def _some(draw: random.Random, rows: Iterator[Row], most: int, taken: set[int]) -> list[Row]:
    possible = list(rows)
    chosen: list[Row] = []
    for row in draw.sample(possible, len(possible)):
        both = {int(row[0]), int(row[1])}
        if len(chosen) < most and not both & taken:
            chosen.append(row)
            taken |= both
    return chosen
