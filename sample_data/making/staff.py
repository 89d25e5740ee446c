"""How many work in a made company."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from sample_data.making.trade import Trade


@dataclass(frozen=True)
class Staff:
    """How many work in a company: log-normal around ``middle`` fte, within bounds."""

    middle: float = 11
    spread: float = 0.95
    least: float = 1.0
    most: float = 120.0

    def fits(self, trade: Trade) -> bool:
        """Whether companies of this trade come in these sizes."""
        return trade.fte[0] <= self.most and trade.fte[1] >= self.least

    def draw(self, draw: random.Random, trade: Trade, age: int) -> float:
        """A number of fte; a company that has just begun is small."""
        least = max(self.least, trade.fte[0] if age > 2 else 1)
        most = max(least, min(self.most, trade.fte[1], 4 * (age + 1)))
        drawn = draw.lognormvariate(math.log(self.middle), self.spread)
        if drawn < least:
            return draw.uniform(least, min(most, least * 1.8))
        return drawn if drawn <= most else draw.uniform(max(least, most / 1.8), most)
