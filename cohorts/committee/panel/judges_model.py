"""How judges are taken to judge, where a panel is tried before it sits.

An assumption and no measurement of people: worth, strictness and noise are drawn from normal
distributions. In units of how far dossiers lie apart (one standard deviation of their worth) the
noise of one reading is 1 and the strictness of a judge 0.9. Both were fitted once to a published
table of ten judges, 24 dossiers and 11 places; ``benchmarks/panel_simulation.py`` makes that table
again and says of each row how far off it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.quantise import FloatArray


@dataclass(frozen=True)
class JudgesModel:
    """``noise``, ``strictness``: standard deviations, where that of worth is 1.

    A score is a whole number from ``low`` to ``high``: ``middle`` for an average dossier by an
    average judge, and ``step`` points more for each standard deviation.
    """

    noise: float = 1.0
    strictness: float = 0.9
    low: int = 1
    high: int = 5
    middle: float = 3.0
    step: float = 1.0

    def drawn(
        self, dossiers: int, judges: int, draws: int, lots: np.random.Generator
    ) -> tuple[FloatArray, FloatArray]:
        """(draws, d) what each dossier is worth, and (draws, d, j) how each judge feels it."""
        worth = lots.standard_normal((draws, dossiers))
        strict = self.strictness * lots.standard_normal((draws, 1, judges))
        noise = self.noise * lots.standard_normal((draws, dossiers, judges))
        return worth, worth[:, :, None] + strict + noise

    def scores(self, felt: FloatArray) -> FloatArray:
        """What stands on the ballot."""
        scores: FloatArray = np.clip(np.rint(self.middle + self.step * felt), self.low, self.high)
        return scores
