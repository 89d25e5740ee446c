"""What one ballot gives a candidate over all criteria."""

from __future__ import annotations

from fractions import Fraction

from cohorts.committee.votes import Ballot, Criterion, Election, Silence


def weighted_score(ballot: Ballot, candidate: str, election: Election) -> Fraction | None:
    """The mean of the criteria by their weights; None where the ballot says nothing.

    On the scale of the criteria where they share one. Where scales differ each score is first put
    on 0 … 1, the lowest score of its criterion 0 and the highest 1: else a criterion of 1 … 10
    would outweigh one of 1 … 5.
    """
    said = ballot.said[candidate]
    if isinstance(said, Silence):
        return None
    if len(said) == 1:  # one criterion is its own mean: most ballots are so
        return said[0]
    pairs = zip(said, election.criteria, strict=True)
    shared = shares_scale(election.criteria)
    total = sum(((s if shared else _put(s, c)) * c.weight for s, c in pairs), Fraction(0))
    return total / sum(c.weight for c in election.criteria)


def shares_scale(criteria: tuple[Criterion, ...]) -> bool:
    """Whether all of them have the same lowest and highest score."""
    # held against the first, and in no set: it is asked for each vote, and hashing takes longer
    same = (c.low == criteria[0].low and c.high == criteria[0].high for c in criteria)
    return bool(criteria) and all(same)


def width_of(election: Election) -> Fraction:
    """From the lowest to the highest weighted score there can be."""
    first = election.criteria[0]
    return first.high - first.low if shares_scale(election.criteria) else Fraction(1)


def _put(score: Fraction, criterion: Criterion) -> Fraction:
    return (score - criterion.low) / (criterion.high - criterion.low)
