"""How merit is counted, and how it goes together with how well people fit."""

from __future__ import annotations

from enum import StrEnum

THOUSANDTHS = 1000
"""Merit is kept in thousandths of a point; a sentence says points."""


class Standing(StrEnum):
    """FIRST: who has more merit is placed first, and fit decides among equals only.

    WEIGHED: merit is one wish among the others.
    """

    FIRST = "first"
    WEIGHED = "weighed"
