"""How far two places lie from each other, as the crow flies."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from solver.quantise import IntArray

Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""
EARTH = 6371.0088
"""Mean radius of the earth in kilometres, (2a + b) / 3 of the GRS 80 ellipsoid (IUGG)."""
GRACE = 0.2
"""Kilometres by which the quick look is wider: for what rounding to hundreds of metres adds."""


def kilometres(p: Point, q: Point) -> float:
    """The great circle between two points, by the haversine formula, on a round earth."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (p, q))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(half, 1.0)))


def hectometres(p: Point, q: Point) -> int:
    """The same in whole hundreds of metres: an integer, so equal on every platform."""
    return round(round(10 * kilometres(p, q), 6))


def near_pairs(points: Sequence[Point], within_km: float) -> IntArray:
    """(m, 2) the places i < j of every two points that may lie so close, and of few that do not.

    Only those are looked at that lie within a band of latitudes.
    """
    at = np.radians(np.array(points, dtype=np.float64).reshape(-1, 2))
    order = np.argsort(at[:, 0], kind="stable").astype(np.int64)
    latitude, longitude = at[order].T
    angle = (within_km + GRACE) / EARTH
    most = math.sin(min(angle, math.pi) / 2) ** 2
    ends = np.searchsorted(latitude, latitude + angle, side="right")
    ones, others = [order[:0]], [order[:0]]
    for first, end in enumerate(ends.tolist()):
        band = slice(first + 1, end)
        half = np.sin((latitude[band] - latitude[first]) / 2) ** 2
        cosines = math.cos(latitude[first]) * np.cos(latitude[band])
        half += cosines * np.sin((longitude[band] - longitude[first]) / 2) ** 2
        near = order[band][half <= most]
        ones.append(np.full(near.size, order[first]))
        others.append(near)
    return np.sort(np.stack([np.concatenate(ones), np.concatenate(others)], axis=1), axis=1)
