"""How merit is counted, and how it goes together with how well people fit."""

from __future__ import annotations

from enum import StrEnum

THOUSANDTHS = 1000
"""Merit is kept in thousandths of a point, or a multiple of them where it is a fraction.

A sentence says points; how many units are one stands with the round.
"""


class Standing(StrEnum):
    """FIRST: who has more merit is placed first, and fit decides among equals only.

    WEIGHED: merit is one wish among the others.
    """

    FIRST = "first"
    WEIGHED = "weighed"
