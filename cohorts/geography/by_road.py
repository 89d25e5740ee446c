"""How far one comes by road in some minutes: an estimate, from how far it is as the crow flies."""

from __future__ import annotations

import math

ROUNDABOUT, KM_AN_HOUR = 1.3, 60.0
"""By road it is so much further than as the crow flies, at this speed."""
MINUTES_A_KM = ROUNDABOUT * 60 / KM_AN_HOUR


def hectometres_within(minutes: float) -> int:
    """Whole hundreds of metres, as the crow flies, that take no longer."""
    return math.floor(round(10 * minutes / MINUTES_A_KM, 6))
