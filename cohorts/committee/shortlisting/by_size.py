"""Whether size decides: what that means here, checked over all stages of a funnel.

Size never dominates means two things. No standing moves when the sizes of all who applied change
hands: figures come from ballots alone. And nowhere is who goes on larger than who does not in
nearly every pair: Vargha & Delaney (2000), A Critique and Improvement of the CL Common Language
Effect Size Statistics, J. Educ. Behav. Stat. 25, call 0.71 of the pairs a large difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cohorts.committee.shortlisting.stage_outcome import StageOutcome, Why
from cohorts.people.applicant import SIZES, Applicant

LARGE = Fraction(71, 100)
FEW = 30
"""Of fewer pairs one person can make the difference."""
BY_JUDGEMENT = {Why.LOWER, Why.LOT, Why.NOT_CHOSEN, Why.NOT_PLACED}
"""Who could have gone on, and did not: a condition may well ask for a size."""


@dataclass(frozen=True)
class BySize:
    """Of a stage: of all pairs of somebody who went on and somebody who did not, the ``share``.

    In so many the first is the larger by this field (equals count half); ``pairs``: of how many
    both sizes are known.
    """

    stage: int
    field: str
    share: Fraction
    pairs: int

    @property
    def dominates(self) -> bool:
        """Whether size goes so far with the outcome, either way, that it may decide."""
        return self.pairs >= FEW and not 1 - LARGE < self.share < LARGE


def by_size(outcomes: Sequence[StageOutcome]) -> tuple[BySize, ...]:
    """Every stage in which anybody left, and every measure of size that is known on both sides."""
    return tuple(found for outcome in outcomes for found in _of_stage(outcome))


def _of_stage(outcome: StageOutcome) -> Iterator[BySize]:
    others = [one.applicant for one in outcome.left if one.why in BY_JUDGEMENT]
    for field in SIZES:
        on, off = _sizes(outcome.on, field), _sizes(others, field)
        pairs = len(on) * len(off)
        if pairs:
            larger = sum(2 * (a > b) + (a == b) for a in on for b in off)
            yield BySize(outcome.number, field, Fraction(larger, 2 * pairs), pairs)


def _sizes(people: Sequence[Applicant], field: str) -> list[float]:
    return [size for a in people if (size := getattr(a, field)) is not None]
