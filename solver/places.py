"""How many of the rows are to be placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Places:
    """At least ``low`` and at most ``high`` rows sit in a group."""

    low: int
    high: int

    @classmethod
    def everyone(cls, n: int) -> Self:
        """All n."""
        return cls(n, n)

    @classmethod
    def exactly(cls, m: int) -> Self:
        """m, no more and no fewer."""
        return cls(m, m)

    @classmethod
    def at_most(cls, m: int) -> Self:
        """As many as fit, m at most."""
        return cls(0, m)
