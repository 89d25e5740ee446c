"""Who leads a made company: who began it, or who took it over."""

from __future__ import annotations

import random
from collections.abc import Sequence

NOW = 2026
"""The year in which everybody applies."""
RETIRED = 1955
"""Nobody who applies was born before."""
ERAS = ((1925, 1984), (1985, 2004), (2005, 2020), (2021, 2025))
"""Years of foundation of a mixed round, see ``era``."""


def era(draw: random.Random, weights: Sequence[int] = (14, 30, 40, 16)) -> tuple[int, int]:
    """Years of foundation of the next company of a mixed round."""
    return draw.choices(ERAS, weights=weights)[0]


def career(
    draw: random.Random, founded: int, heirs: tuple[int, int] | None
) -> tuple[bool, int, int]:
    """Whether somebody began the company, the year of birth, and years as entrepreneur."""
    age = NOW - founded
    if heirs:
        born = draw.randint(*heirs)
        return False, born, draw.randint(1, max(2, min(25, NOW - born - 27)))
    founder = age < 12 or (age < 38 and draw.random() < 0.65)
    if founder:
        born = max(RETIRED, founded - draw.randint(23, 46))
        before = draw.randint(2, 9) if founded - born > 34 and draw.random() < 0.4 else 0
        return True, born, max(1, age) + before if age else before
    born = NOW - draw.randint(31, 64)
    return False, born, draw.randint(1, max(2, min(30, NOW - born - 28)))
