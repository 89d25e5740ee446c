"""What made companies are called: after people, places, or nothing at all."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence

from cohorts.geography.gazetteer import Spot
from sample_data.making.names import in_a_company, names
from sample_data.making.places import country
from sample_data.making.trade import Trade

SONS_UNTIL = 1990
"""Younger companies are not called after sons or brothers."""


def company_name(
    draw: random.Random,
    trade: Trade,
    lasts: Sequence[str],
    spot: Spot,
    *,
    fte: float = 1,
    founded: int = 2000,
    taken: Collection[str],
    region: str,
    family: bool = False,
) -> str:
    """A name nobody in ``taken`` has; nothing where this trade has none left in this place.

    ``lasts``: the last names it may carry; ``region``: where a second name comes from;
    ``family``: it rather carries a last name than none.
    """
    streek = country(spot).removeprefix("de ").removeprefix("het ")
    patterns = draw.sample(trade.names, len(trade.names))
    if family:
        patterns.sort(key=lambda pattern: "{last}" not in pattern)
    for pattern in patterns:
        if "{streek}" in pattern and not streek:
            continue
        carried = in_a_company(draw.choice(lasts))
        if founded < SONS_UNTIL and "{last}" in pattern and draw.random() < 0.22:
            carried = draw.choice([f"Gebr. {carried}", f"{carried} & Zn."])
        second = in_a_company(draw.choice(names()["last"][region]))
        name = pattern.format(
            last=carried,
            last2=second,
            place=spot.place,
            streek=streek,
            municipality=spot.municipality,
            brand=" ".join(draw.choice(words) for words in names()["brand"].values()),
        )
        if name not in taken:
            return name if trade.public else f"{name}{_form(draw, fte)}"
    return ""


def _form(draw: random.Random, fte: float) -> str:
    """B.V. where the company is not small; half of the people leave it out."""
    return " B.V." if fte >= 4 and draw.random() < 0.45 else ""
