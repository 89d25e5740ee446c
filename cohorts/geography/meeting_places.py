"""Where a group can come together: the places an organiser names, or those people come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import fmean

import numpy as np

from cohorts.errors import InputError, Problem
from cohorts.geography.distance import Point, hectometres
from cohorts.geography.gazetteer import postcode_of, spot_of_place
from cohorts.people.applicant import Applicant
from solver.quantise import IntArray

MOST_PLACES = 40
"""So many places are chosen from; more would make no group travel noticeably less."""
MOST_TRIED = 400
"""Where people come from more places, only those with most people are looked at."""


@dataclass(frozen=True, order=True)
class MeetingPlace:
    """A place with a name; ``point`` in degrees (WGS 84); ``chosen``: the organiser named it."""

    name: str
    point: Point
    chosen: bool = field(default=False, compare=False)


def named_place(given: str, key: str) -> MeetingPlace:
    """A place or postcode by what it is called; ``key``: of the rule that names it.

    Raises InputError for one that is not known, or that several places share.
    """
    postcode = postcode_of(given)
    spot = spot_of_place(given) if postcode is None else postcode[1]
    if spot is None:
        raise InputError(Problem("compose.meeting_place", key, {"given": given}))
    return MeetingPlace(given.strip(), (spot.latitude, spot.longitude), chosen=True)


def names_of(places: Sequence[MeetingPlace]) -> tuple[str, ...]:
    """What each is called; where two are called the same, with where they lie."""
    called = Counter(place.name for place in places)
    return tuple(p.name if called[p.name] == 1 else f"{p.name} {p.point}" for p in places)


def home_of(applicant: Applicant) -> Point | None:
    """Where somebody comes from, None where that is not known."""
    if applicant.latitude is None or applicant.longitude is None:
        return None
    return (applicant.latitude, applicant.longitude)


def away_from(applicant: Applicant, place: MeetingPlace) -> int:
    """Whole hundreds of metres from somebody to a place; 0 where it is not known from where."""
    home = home_of(applicant)
    return 0 if home is None else hectometres(home, place.point)


def best_places(applicants: Sequence[Applicant]) -> tuple[MeetingPlace, ...]:
    """At most MOST_PLACES of the places people come from, those that lie best for all; by name.

    One by one the place is added that takes most off everybody's distance to the nearest place
    so far; the first is the one that is nearest to all. Of equals the one of most people, then
    the first by name.
    """
    homes: dict[tuple[str, str], list[Point]] = {}
    for a in applicants:
        point = home_of(a)
        if point is not None:
            homes.setdefault((_town(a, point), a.province or ""), []).append(point)
    crowded = sorted(homes.items(), key=lambda home: (-len(home[1]), home[0]))
    towns = tuple((MeetingPlace(k[0], _middle(p)), len(p)) for k, p in crowded[:MOST_TRIED])
    return tuple(sorted(towns[i][0] for i in _spread(towns)))


def _town(applicant: Applicant, point: Point) -> str:
    """What the place is called: of several towns the first, else the municipality or postcode."""
    town = (applicant.place or "").split(";")[0].split(",")[0].strip()
    return town or applicant.municipality or applicant.postcode or "{:.2f}, {:.2f}".format(*point)


def _middle(points: list[Point]) -> Point:
    return (round(fmean(p[0] for p in points), 4), round(fmean(p[1] for p in points), 4))


def _spread(towns: tuple[tuple[MeetingPlace, int], ...]) -> tuple[int, ...]:
    """The numbers of the towns that lie best for all; ``towns`` with people, most people first."""
    if len(towns) <= MOST_PLACES:
        return tuple(range(len(towns)))
    away = _apart([town.point for town, _ in towns])
    people = np.array([count for _, count in towns], dtype=np.int64)
    nearest = away.max(axis=1)
    chosen: list[int] = []
    left = np.ones(len(towns), dtype=bool)
    for _ in range(MOST_PLACES):
        costs = np.minimum(away[left], nearest) @ people
        best = int(np.flatnonzero(left)[costs.argmin()])
        chosen.append(best)
        left[best] = False
        nearest = np.minimum(away[best], nearest)
    return tuple(chosen)


def _apart(points: Sequence[Point]) -> IntArray:
    """(n, n) whole hundreds of metres between every two."""
    away = np.zeros((len(points), len(points)), dtype=np.int64)
    for i, point in enumerate(points):
        row = [hectometres(point, other) for other in points[i + 1 :]]
        away[i, i + 1 :] = away[i + 1 :, i] = row
    return away
