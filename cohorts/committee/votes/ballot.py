"""What one voter said of every candidate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias


class Silence(StrEnum):
    """Why somebody says nothing of a candidate; none of them is a low score.

    ABSTAINED: had the dossier, and gives no judgement. NOT_JUDGED: did not have it, or did not come
    to it. RECUSED: may not judge it ("ik stem hier niet mee"), and could not have voted.
    """

    ABSTAINED = "abstained"
    NOT_JUDGED = "not_judged"
    RECUSED = "recused"


Said: TypeAlias = tuple[Fraction, ...] | Silence
"""One number a criterion, in the order of the election's; or nothing, and why.

Yes is 1 and no is 0. In order: the place, 1 for the first; who share one stand equal.
"""


@dataclass(frozen=True)
class Ballot:
    """``said``: of every candidate of the election. ``weight``: above 0, usually 1.

    ``times``: how many voters cast this very ballot; files of large elections are written so.
    ``doubts``: beside scores, the places of candidates they doubted, 1 first; usually nobody's.
    """

    voter: str
    said: Mapping[str, Said]
    weight: Fraction = Fraction(1)
    times: int = 1
    doubts: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def power(self) -> Fraction:
        """How much it counts, all its voters together."""
        return self.weight * self.times

    def value(self, candidate: str) -> Fraction | None:
        """What was said of a candidate where one thing is asked; None: nothing."""
        said = self.said[candidate]
        return None if isinstance(said, Silence) else said[0]
