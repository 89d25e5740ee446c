"""How far two places lie from each other, as the crow flies."""

from __future__ import annotations

import math

Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""
EARTH = 6371.0088
"""Mean radius of the earth in kilometres, (2a + b) / 3 of the GRS 80 ellipsoid (IUGG)."""


def kilometres(p: Point, q: Point) -> float:
    """The great circle between two points, by the haversine formula, on a round earth."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (p, q))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(half, 1.0)))


def hectometres(p: Point, q: Point) -> int:
    """The same in whole hundreds of metres: an integer, so equal on every platform."""
    return round(round(10 * kilometres(p, q), 6))
