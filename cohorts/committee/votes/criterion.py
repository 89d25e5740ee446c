"""What is judged on a scale, and how much it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Criterion:
    """One question of a ballot with scores; ``low`` to ``high`` is its scale, both included.

    ``weight``: above 0, against the other criteria. ``anchors``: score → what it stands for, in
    the words of the programme.
    """

    name: str
    weight: Fraction = Fraction(1)
    low: Fraction = Fraction(1)
    high: Fraction = Fraction(5)
    anchors: Mapping[Fraction, str] = field(default_factory=dict)
