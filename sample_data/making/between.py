"""What is known between made people: rivals, suppliers, acquaintances, relatives."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from cohorts.geography.gazetteer import Spot
from sample_data.making.people import Person

Row = tuple[str, ...]
"""a, b, kind, must, note: a line of ``relations.csv``."""

NEAR = 30
"""Kilometres within which two companies of one line of business are rivals."""


def relations(draw: random.Random, people: Sequence[Person], rivals: int) -> list[Row]:
    """``rivals`` pairs of rivals at most, four that supply, four that know each other, cousins."""
    possible = rival_pairs(people)
    chosen = sorted(
        draw.sample(possible, min(rivals, len(possible))),
        key=lambda r: (int(r[0]), int(r[1])),
    )
    named = {tuple(sorted(r[:2])) for r in possible}
    others: list[Row] = []
    for kind, note in (("supplies", "levert aan"), ("knows", "kennen elkaar"), ("family", "neven")):
        while sum(r[2] == kind for r in others) < (4 if kind != "family" else 1):
            a, b = draw.sample(range(1, len(people) + 1), 2)
            if tuple(sorted((str(a), str(b)))) not in named:
                others.append((str(a), str(b), kind, "", note))
    return chosen + others


def rival_pairs(people: Sequence[Person]) -> list[Row]:
    """Everybody who does the same thing near somebody else."""
    pairs = []
    for i, a in enumerate(people):
        for b in people[i + 1 :]:
            if a.trade.sector == b.trade.sector and kilometres(a.spot, b.spot) < NEAR:
                note = f"zelfde markt ({a.trade.sector}) en dezelfde streek"
                pairs.append((str(a.number), str(b.number), "competitor", "", note))
    return pairs


def kilometres(a: Spot, b: Spot) -> float:
    """Between two places in the Netherlands, as the crow flies."""
    north = (a.latitude - b.latitude) * 111
    east = (a.longitude - b.longitude) * 68
    return math.hypot(north, east)
