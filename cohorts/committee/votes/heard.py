"""How many said something of a candidate, and how many said nothing, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from cohorts.committee.votes.ballot import Silence
from cohorts.committee.votes.election import Election


@dataclass(frozen=True)
class Heard:
    """Numbers of voters."""

    judged: int
    abstained: int
    not_judged: int
    recused: int

    @property
    def share(self) -> Fraction:
        """Of those who could vote, the part that judged; 0 where nobody could."""
        could = self.judged + self.abstained + self.not_judged
        return Fraction(self.judged, could) if could else Fraction(0)


def heard(election: Election, candidate: str) -> Heard:
    """Of one candidate."""
    times: Counter[Silence | None] = Counter()
    for ballot in election.ballots:
        said = ballot.said[candidate]
        times[said if isinstance(said, Silence) else None] += ballot.times
    return Heard(times[None], *(times[silence] for silence in Silence))
