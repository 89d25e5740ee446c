"""Postcode or place → place, municipality, province and coordinates (GeoNames)."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cohorts.intake.remark import Unreadable
from cohorts.intake.table import Cell

POSTCODE = re.compile(r"(?i)(?:NL[- ]?)?([1-9]\d{3})\s?([A-Z]{2})?")


@dataclass(frozen=True)
class Spot:
    """Where a postcode area or a place lies; degrees are WGS 84."""

    place: str
    municipality: str
    province: str
    latitude: float
    longitude: float


@cache
def postcodes() -> dict[str, Spot]:
    """Four digits → spot."""
    text = (files("cohorts.reference") / "pc4_nl.csv").read_text(encoding="utf-8")
    return {
        row["pc4"]: Spot(
            row["place"], row["municipality"], row["province"], float(row["lat"]), float(row["lon"])
        )
        for row in csv.DictReader(text.splitlines())
    }


@cache
def _by_name() -> dict[str, list[Spot]]:
    spots: dict[str, list[Spot]] = {}
    for spot in postcodes().values():
        spots.setdefault(spot.place.lower(), []).append(spot)
    return spots


def read_postcode(cell: Cell) -> tuple[str, Spot | None]:
    """The postcode written one way, and its spot where known. Raises Unreadable ``postcode``."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    found = POSTCODE.fullmatch(str(cell).strip())
    if found is None:
        raise Unreadable("intake.postcode")
    written = f"{found[1]} {found[2].upper()}" if found[2] else found[1]
    return written, postcodes().get(found[1])


def spot_of_place(name: str, province: str | None = None) -> Spot | None:
    """The middle of a place; None for an unknown name, or one that several places share."""
    whole = name.strip().lower()
    bare = re.sub(r"\s*\(.*\)$", "", whole)
    spots = _by_name().get(whole) or _by_name().get(bare, [])
    if province:
        spots = [s for s in spots if s.province.lower() == province.strip().lower()]
    if not spots or len({(s.municipality, s.province) for s in spots}) > 1:
        return None
    middle = (sum(s.latitude for s in spots), sum(s.longitude for s in spots))
    first = spots[0]
    return Spot(
        first.place,
        first.municipality,
        first.province,
        round(middle[0] / len(spots), 4),
        round(middle[1] / len(spots), 4),
    )
