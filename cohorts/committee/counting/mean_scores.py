"""Scores: whom those who judged them give the highest mean."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from typing_extensions import override

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Elected, Step
from cohorts.committee.counting.heard_first import heard_first
from cohorts.committee.counting.weighted_score import shares_scale, weighted_score
from cohorts.committee.votes import Asked, Election
from cohorts.words.texts import texts


class MeanScores(CountingRule):
    """The plain mean over who judged, of the mean over the criteria by their weights."""

    TITLE = texts(nl="Gemiddelde score", en="Mean score")
    ABOUT = texts(
        nl="Ieder geeft elke kandidaat een score per criterium. Het gemiddelde telt, van wie een "
        "score gaf. Verschillen de schalen, dan telt elk criterium eerst van 0 tot 1.",
        en="Everyone gives each candidate a score per criterion. The mean counts, of those who "
        "gave a score. Where scales differ, each criterion first counts from 0 to 1.",
    )
    WHEN = texts(
        nl="Goed als iedereen alles leest. Leest niet iedereen alles, dan telt mee wie een strenge "
        "lezer trof; kies dan de correctie voor strenge lezers.",
        en="Good where everyone reads everything. Where not, it counts who met a strict reader; "
        "then choose the correction for strict readers.",
    )
    PAPER = "W. D. Smith, Range Voting (2000)"
    ASKS: ClassVar = frozenset({Asked.SCORES})
    EFFORT: ClassVar = 5

    @property
    @override
    def by_figure(self) -> bool:
        return True

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        steps = () if shares_scale(election.criteria) else (Step("count_steps.scales_differ"),)
        return heard_first(mean_scores(election), seats, seed, steps)


def mean_scores(election: Election) -> dict[str, Fraction | None]:
    """Candidate → mean by the weights of the voters; None where nobody judged."""
    return {c: _mean(election, c) for c in election.candidates}


def _mean(election: Election, candidate: str) -> Fraction | None:
    scores = ((b.power, weighted_score(b, candidate, election)) for b in election.ballots)
    told = [(power, score) for power, score in scores if score is not None]
    power = sum((power for power, _ in told), Fraction(0))
    return sum((p * score for p, score in told), Fraction(0)) / power if told else None
