"""How far a composition is, over all the searches it takes: it only goes up."""

from __future__ import annotations

from dataclasses import dataclass

from solver.score import Score
from solver.search.local import Progress

OF_THE_REST = 0.9
"""Share of what is left that one search is shown as: whether another follows is not known."""


@dataclass(eq=False)
class HowFar:
    """``tell``: who wants to know; ``share``: how much was told to be done, 0 … 1."""

    tell: Progress
    share: float = 0.0

    def of_another(self) -> Progress:
        """What one more search tells, as a share of all."""
        before = self.share

        def tell(best: Score, share: float) -> None:
            self.share = max(self.share, before + (1 - before) * OF_THE_REST * share)
            self.tell(best, self.share)

        return tell

    def ended(self, best: Score) -> None:
        """No other search follows."""
        self.share = 1.0
        self.tell(best, self.share)
