"""Postcode or place → place, municipality, province and coordinates (GeoNames)."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, reduce
from importlib.resources import files
from operator import add

POSTCODE = re.compile(
    r"(?i)(?:NL[- ]?)?([1-9][0-9]{3})(?![0-9])(?:[\s-]*([A-Z]{2})(?![A-Z]))?(?:[\s,]+.*)?"
)
SUFFIX = re.compile(r" (\(.*\)|L|Gld|NB|NH|ZH|Ov|Gn|Dr|Fr|Z|Ut)$")
"""What tells a place from another of that name."""
LONGEST = 80
"""No place has a longer name."""
MISSPELT = {
    "Groningen.": "Groningen",
    "Katwijk Municipalty": "Katwijk",
    "Amelande": "Ameland",
    "Hoogland": "Nijkerk",
}
"""Names of municipalities as GeoNames has them → as they are; 0267 is that of Nijkerk."""
HERE = frozenset({"nederland", "netherlands", "the netherlands", "holland", "nl", "remote"})
ALSO_CALLED = {
    "den bosch": "s hertogenbosch",
    "the hague": "den haag",
    "friesland": "fryslan",
    "ov": "overijssel",
    "gld": "gelderland",
    "nb": "noord brabant",
    "nh": "noord holland",
    "zh": "zuid holland",
    "fr": "fryslan",
    "gr": "groningen",
    "dr": "drenthe",
    "fl": "flevoland",
    "ut": "utrecht",
    "zld": "zeeland",
    "ze": "zeeland",
    "ge": "gelderland",
    "li": "limburg",
    "lb": "limburg",
    "north holland": "noord holland",
    "south holland": "zuid holland",
    "north brabant": "noord brabant",
}
"""Plain names that people use → the plain name in the table."""


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
    text = (files("cohorts.geography") / "pc4_nl.csv").read_text(encoding="utf-8")
    return {
        row["pc4"]: Spot(
            row["place"],
            MISSPELT.get(row["municipality"], row["municipality"]),
            row["province"],
            float(row["lat"]),
            float(row["lon"]),
        )
        for row in csv.DictReader(text.splitlines())
    }


def _plain(name: str) -> str:
    """A name without case, accents and signs, its short words written out."""
    text = re.sub(r"^(gemeente|gem\.?|provincie|prov\.?)\s+", "", name.strip().lower())
    text = text.replace("a/d", "aan den").replace("ĳ", "ij")
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())
    return ALSO_CALLED.get(text, text)


@cache
def _by_name() -> dict[str, list[Spot]]:
    """Plain name of a place, with and without the province that stands behind it → spots."""
    spots: dict[str, list[Spot]] = {}
    for spot in postcodes().values():
        for name in {_plain(spot.place), _plain(SUFFIX.sub("", spot.place))}:
            spots.setdefault(name, []).append(spot)
    return spots


@cache
def _by_municipality() -> dict[str, list[Spot]]:
    spots: dict[str, list[Spot]] = {}
    for spot in postcodes().values():
        spots.setdefault(_plain(spot.municipality), []).append(spot)
    return spots


@cache
def _provinces() -> dict[str, str]:
    return {_plain(spot.province): spot.province for spot in postcodes().values()}


def province_of(text: str) -> str | None:
    """A Dutch province as it is written, from the ways people write it."""
    return _provinces().get(_plain(text)) if len(text) <= LONGEST else None


def postcode_of(text: str) -> tuple[str, Spot | None] | None:
    """The postcode written one way, and its spot where known; None: it is no postcode."""
    found = POSTCODE.fullmatch(text.strip())
    if found is None:
        return None
    written = f"{found[1]} {found[2].upper()}" if found[2] else found[1]
    return written, postcodes().get(found[1])


def spot_of_place(name: str, province: str | None = None) -> Spot | None:
    """The middle of a place, or of a municipality; None for a name that is unknown or shared.

    What stands behind a comma or in brackets may tell the province.
    """
    if len(name) > LONGEST:
        return None
    bare, behind = _parted(name)
    if any(part not in HERE and province_of(part) is None for part in behind):
        return None  # Bern in Switzerland is not the one in Gelderland
    told = province_of(province or "") or next(filter(None, map(province_of, behind)), None)
    names = _by_name()
    key = _plain(name) if _plain(name) in names else _plain(bare)
    spots = names.get(key) or _by_municipality().get(key, [])
    here = [spot for spot in spots if told in (None, spot.province)]
    return _middle([spot for spot in here if _plain(spot.place) == key]) or _middle(here)


def municipalities_of(name: str, province: str | None = None) -> tuple[tuple[str, str], ...]:
    """(municipality, province) of every municipality of this name, else of the place of this name.

    Several where the name is shared and no province tells them apart; none where it is unknown.
    """
    bare, behind = _parted(name[:LONGEST])
    told = province_of(province or "") or next(filter(None, map(province_of, behind)), None)
    named = _by_municipality().get(_plain(bare), [])
    spots = [spot for spot in named if told in (None, spot.province)]
    place = None if spots else spot_of_place(name, province)
    return tuple(sorted({(s.municipality, s.province) for s in (*spots, *filter(None, [place]))}))


def same_place(name: str, spot: Spot) -> bool:
    """Whether a name people write is that of the spot."""
    return _plain(_parted(name)[0]) in (_plain(spot.place), _plain(SUFFIX.sub("", spot.place)))


def _parted(name: str) -> tuple[str, list[str]]:
    """(first name, what stands behind commas, plain); in brackets only a province tells."""
    bare, *behind = re.sub(r"\(.*", "", name.partition(";")[0]).split(",")
    bracketed = re.findall(r"\(([^()]*)\)", name)
    told = [_plain(part) for part in behind] + [p for p in map(_plain, bracketed) if province_of(p)]
    return bare, [part for part in told if part]


def _middle(spots: Sequence[Spot]) -> Spot | None:
    """The middle of spots in one municipality; None where there are none, or several lie apart."""
    if len({(s.municipality, s.province) for s in spots}) != 1:
        return None
    # one by one: from 3.12 on Python's own sum rounds otherwise, and all must give the same
    latitude = reduce(add, (s.latitude for s in spots)) / len(spots)
    longitude = reduce(add, (s.longitude for s in spots)) / len(spots)
    return replace(spots[0], latitude=round(latitude, 4), longitude=round(longitude, 4))
