"""Where the members are: a small map a group, on one scale, with towns and a measure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from cohorts.composing.proposal import Proposal
from cohorts.geography.gazetteer import postcodes
from cohorts.people.applicant import Applicant
from cohorts.reports.called import called
from cohorts.words import Language, say
from cohorts.words.phrase import listed, number

WIDTH, MARGIN, TALLEST = 240, 14, 300
MOST_MAPS = 12
TOWNS, TOWNS_APART = 5, 0.2
FEW_AREAS = 30
KM_PER_DEGREE = 111.2
LEAST = 0.05
"""The least extent of a map in degrees, about five kilometres."""
MEASURES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
Spot = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""


@dataclass(frozen=True)
class Mark:
    """Something at a place of the map, in its own units."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class GroupMap:
    """``far``: who live and work furthest apart; ``places``: where all are."""

    group: int
    km: float
    distance: str
    marks: tuple[Mark, ...]
    far: str
    places: str


@dataclass(frozen=True)
class Maps:
    """The groups furthest apart in ``maps``, the others in ``rest``.

    ``land``: a dot for every postcode area, as a path (empty outside the Netherlands).
    ``measure``: the length of ``measure_text`` in per cent of a map's width.
    """

    title: str
    width: int
    height: int
    land: str
    towns: tuple[Mark, ...]
    measure: float
    measure_text: str
    maps: tuple[GroupMap, ...]
    rest: tuple[GroupMap, ...]

    @property
    def several(self) -> bool:
        """Whether there are groups to hold against each other."""
        return len(self.maps) > 1


class Sheet:
    """The frame all maps share: from degrees to units of the picture."""

    def __init__(self, spots: Collection[Spot]) -> None:
        latitudes, longitudes = [s[0] for s in spots], [s[1] for s in spots]
        self.north, self.west = max(latitudes), min(longitudes)
        self.south, self.east = min(latitudes), max(longitudes)
        self.stretch = math.cos(math.radians((self.north + self.south) / 2))
        wide = max((self.east - self.west) * self.stretch, LEAST)
        tall = max(self.north - self.south, LEAST)
        self.scale = min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / tall)
        self.width = round(wide * self.scale) + 2 * MARGIN
        self.height = round(tall * self.scale) + 2 * MARGIN

    def at(self, spot: Spot) -> tuple[float, float]:
        """Units from the left and from the top."""
        x = MARGIN + (spot[1] - self.west) * self.stretch * self.scale
        return round(x, 1), round(MARGIN + (self.north - spot[0]) * self.scale, 1)

    def holds(self, spot: Spot) -> bool:
        """Whether the spot lies on the sheet."""
        x, y = self.at(spot)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def km(self, units: float) -> float:
        """The length of so many units, in kilometres."""
        return units / self.scale * KM_PER_DEGREE


def maps_of(proposal: Proposal, language: Language) -> Maps | None:
    """None where fewer than two people's coordinates are known."""
    groups = {
        number_: [(a, spot) for a in members if (spot := _spot(a)) is not None]
        for number_, members in proposal.composition.groups.items()
    }
    spots = {spot for known in groups.values() for _, spot in known}
    if len(spots) < 2:  # noqa: PLR2004 - one dot is no map
        return None
    sheet = Sheet(spots)
    found = [_map(n, known, sheet, language) for n, known in groups.items() if known]
    found.sort(key=lambda m: (-m.km, m.group))
    areas = [(s.latitude, s.longitude, s.place) for s in postcodes().values()]
    areas = [(lat, lon, place) for lat, lon, place in areas if sheet.holds((lat, lon))]
    if len(areas) < FEW_AREAS:
        areas = []
    named = areas or [(*s, a.place or "") for known in groups.values() for a, s in known]
    km = max((m for m in MEASURES if m <= sheet.km(sheet.width / 3)), default=MEASURES[0])
    return Maps(
        title=_title(called(proposal.programme, found[0].group, language), found, language),
        width=sheet.width,
        height=sheet.height,
        land="".join(sorted({_point(sheet.at((lat, lon))) for lat, lon, _ in areas})),
        towns=_towns(named, sheet),
        measure=round(100 * km / sheet.km(sheet.width), 1),
        measure_text=f"{number(km, language)} km",
        maps=tuple(found[:MOST_MAPS]),
        rest=tuple(found[MOST_MAPS:]),
    )


def _title(group: str, found: Sequence[GroupMap], language: Language) -> str:
    """Of one group nothing is said to be furthest."""
    if len(found) == 1:
        return say("report.map_one", language, group=group, km=found[0].distance)
    name = group[:1].upper() + group[1:]
    return say("report.map", language, group=name, km=found[0].distance)


def _spot(a: Applicant) -> Spot | None:
    return None if a.latitude is None or a.longitude is None else (a.latitude, a.longitude)


def _point(at: tuple[float, float]) -> str:
    return f"M{round(at[0])} {round(at[1])}h0"


def _map(
    group: int, known: list[tuple[Applicant, Spot]], sheet: Sheet, language: Language
) -> GroupMap:
    pairs = [(distance(p, q), a, b) for (a, p), (b, q) in combinations(known, 2)]
    km, *furthest = max(pairs, key=lambda pair: pair[0], default=(0.0, known[0][0]))
    places = Counter(a.municipality or a.place for a, _ in known if a.municipality or a.place)
    return GroupMap(
        group=group,
        km=km,
        distance=f"{number(round(km), language)} km",
        marks=tuple(
            Mark(*sheet.at(spot), ", ".join(filter(None, (a.label, a.place)))) for a, spot in known
        ),
        far=listed([a.label for a in furthest], language),
        places=", ".join(f"{p} ({n})" if n > 1 else str(p) for p, n in places.most_common()),
    )


def distance(p: Spot, q: Spot) -> float:
    """Kilometres as the crow flies (haversine)."""
    a, b = (tuple(map(math.radians, spot)) for spot in (p, q))
    half = math.sin((b[0] - a[0]) / 2) ** 2
    half += math.cos(a[0]) * math.cos(b[0]) * math.sin((b[1] - a[1]) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def _towns(areas: list[tuple[float, float, str]], sheet: Sheet) -> tuple[Mark, ...]:
    """The towns with most postcode areas (or applicants), not too near each other."""
    count = Counter(place for _, _, place in areas if place)
    taken: list[Mark] = []
    for place, _ in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        spots = [(lat, lon) for lat, lon, name in areas if name == place]
        x, y = sheet.at((fmean(s[0] for s in spots), fmean(s[1] for s in spots)))
        near = TOWNS_APART * max(sheet.width, sheet.height)
        if all(math.dist((x, y), (t.x, t.y)) > near for t in taken):
            taken.append(Mark(x, y, place))
        if len(taken) == TOWNS:
            break
    return tuple(taken)
