"""A design: who sits where in each round, so that nobody meets anybody twice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.quantise import IntArray


@dataclass(frozen=True, eq=False)
class Design:
    """``seats`` (R, tables · size): the table of every point in every round; tables are full."""

    name: str
    tables: int
    size: int
    seats: IntArray

    @property
    def rounds(self) -> int:
        """How many rounds without a repeated pair."""
        return len(self.seats)


def together(name: str, *parts: Design) -> Design:
    """First the rounds of one, then those of the others, over the same points."""
    first = parts[0]
    return Design(name, first.tables, first.size, np.vstack([part.seats for part in parts]))
