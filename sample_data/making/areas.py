"""Where made companies are: postcode areas of a region."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from cohorts.geography.gazetteer import Spot, postcodes

QUALIFIED = re.compile(r" [A-Z]{1,3}$|\(")
"""Names to which the table adds letters, to tell places apart."""
CALLED_OTHERWISE = frozenset({"Nijkerk"})
"""Municipalities that the table named otherwise when the rounds were made: the rounds stay as then."""


def areas_in(is_in: Callable[[Spot], bool]) -> list[str]:
    """The four digits of every postcode area that ``is_in`` says yes to.

    Left out where the table adds letters to a place's name.
    """
    return [
        area
        for area, spot in postcodes().items()
        if is_in(spot) and not QUALIFIED.search(spot.place)
    ]


def is_town(area: str) -> bool:
    """Whether a municipality is called after the place: its largest, nearly always."""
    spot = postcodes()[area]
    return spot.place == spot.municipality and spot.place not in CALLED_OTHERWISE


def near(here: Spot, areas: Sequence[str], kilometres: float) -> list[str]:
    """The areas within so many kilometres of a place; its own is one."""
    held = postcodes()
    return [
        area
        for area in areas
        if math.hypot(
            (held[area].latitude - here.latitude) * 111,
            (held[area].longitude - here.longitude) * 68,
        )
        <= kilometres
    ]
