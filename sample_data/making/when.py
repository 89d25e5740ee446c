"""The half days on which made people can come, by what their trade leaves free."""

from __future__ import annotations

import random

SLOTS = {
    "maandagochtend": 0.38,
    "dinsdagmiddag": 0.62,
    "woensdagochtend": 0.34,
    "donderdagmiddag": 0.66,
    "vrijdagochtend": 0.47,
}
"""Half day → how many can, in an office."""
OTHERWISE = {
    "restaurant": (0.95, 0.7, 0.5, 0.2, 0.05),
    "horeca": (0.9, 0.75, 0.5, 0.25, 0.1),
    "catering": (0.8, 0.8, 0.6, 0.3, 0.1),
    "hotel": (0.7, 0.8, 0.5, 0.5, 0.1),
    "bakkerij": (0.7, 0.8, 0.3, 0.7, 0.05),
    "modewinkel": (0.85, 0.6, 0.4, 0.3, 0.1),
    "bouwmarkt": (0.6, 0.6, 0.5, 0.4, 0.1),
    "kinderopvang": (0.2, 0.5, 0.75, 0.4, 0.7),
    "onderwijs": (0.2, 0.5, 0.7, 0.5, 0.6),
    "bouw": (0.15, 0.5, 0.2, 0.6, 0.75),
    "accountancy": (0.4, 0.7, 0.3, 0.7, 0.4),
}
"""Sector → the same, where it differs."""


def slots(draw: random.Random, sector: str) -> list[str]:
    """Some half days, at least one; one in twelve can always."""
    if draw.random() < 0.08:
        return list(SLOTS)
    likely = OTHERWISE.get(sector, tuple(SLOTS.values()))
    chosen = [s for s, p in zip(SLOTS, likely, strict=True) if draw.random() < p]
    return chosen or [draw.choices(list(SLOTS), weights=likely)[0]]
