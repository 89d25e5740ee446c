"""Whom the judges differ about most, and which two judges differ most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from cohorts.committee.votes import Asked, Ballot, Election, Silence

_Judge: TypeAlias = tuple[str, Mapping[str, Fraction]]
TOGETHER = 3
"""Two judges are compared where both judged so many."""
MOST_JUDGES = 200
"""With more there is no panel, and no two are compared."""


@dataclass(frozen=True)
class Disputed:
    """``spread``: 0 where all say the same, 1 where half say the most and half the least."""

    candidate: str
    spread: Fraction


@dataclass(frozen=True)
class Apart:
    """Two judges; ``spread``: how far apart on average over the ``together`` that both judged.

    0: always the same; 1: always the two ends of the scale.
    """

    first: str
    second: str
    spread: Fraction
    together: int


def disagreement(election: Election) -> tuple[Disputed, ...]:
    """Candidates of whom two or more judged, from most disputed to least; equals by id.

    The spread is four times the variance of what was said, each as a part of its scale from 0 to 1
    (for yes-votes: four times the part of yes times the part of no), by the weights of the voters.
    """
    each = ((candidate, spread_of(election, candidate)) for candidate in election.candidates)
    found = (Disputed(candidate, spread) for candidate, spread in each if spread is not None)
    return tuple(sorted(found, key=lambda one: (-one.spread, one.candidate)))


def spread_of(election: Election, candidate: str) -> Fraction | None:
    """Of one, the same; None where fewer than two judged them."""
    said = list(_said(election, candidate))
    return 4 * _variance(said) if sum(ballot.times for ballot, _ in said) > 1 else None


def furthest_apart(election: Election) -> Apart | None:
    """The two judges who differ most; None where no two judged three candidates together.

    Of pairs that differ as much: the one that judged most together, and then the first by name.
    """
    if len(election.ballots) > MOST_JUDGES:
        return None
    cast = sorted(election.ballots, key=lambda ballot: ballot.voter)
    parts = [(ballot.voter, _parts(election, ballot)) for ballot in cast]
    pairs = (_apart(one, other) for one, other in combinations(parts, 2))
    return max(
        (pair for pair in pairs if pair.together >= TOGETHER),
        key=lambda pair: (pair.spread, pair.together),
        default=None,
    )


def _apart(one: _Judge, other: _Judge) -> Apart:
    (first, of_first), (second, of_second) = one, other
    both = of_first.keys() & of_second.keys()
    far = sum((abs(of_first[c] - of_second[c]) for c in both), Fraction(0))
    return Apart(first, second, far / len(both) if both else far, len(both))


def _parts(election: Election, ballot: Ballot) -> Mapping[str, Fraction]:
    """Candidate → what this one said of them, as a part of the scale."""
    said = ((c, _part(election, ballot, c)) for c in election.candidates)
    return {c: part for c, part in said if part is not None}


def _said(election: Election, candidate: str) -> Iterator[tuple[Ballot, Fraction]]:
    for ballot in election.ballots:
        part = _part(election, ballot, candidate)
        if part is not None:
            yield ballot, part


def _variance(said: Sequence[tuple[Ballot, Fraction]]) -> Fraction:
    whole = sum(ballot.power for ballot, _ in said)
    mean = sum((b.power * part for b, part in said), Fraction(0)) / whole
    return sum((b.power * (part - mean) ** 2 for b, part in said), Fraction(0)) / whole


def _part(election: Election, ballot: Ballot, candidate: str) -> Fraction | None:
    """0 to 1; None: nothing was said."""
    said = ballot.said[candidate]
    return None if isinstance(said, Silence) else _ON_SCALE[election.asked](election, said)


def _of_yes(_election: Election, said: Sequence[Fraction]) -> Fraction:
    return said[0]


def _of_order(election: Election, said: Sequence[Fraction]) -> Fraction:
    """By place: 0 for the first and 1 for the last there could be."""
    return (said[0] - 1) / max(len(election.candidates) - 1, 1)


def _of_scores(election: Election, said: Sequence[Fraction]) -> Fraction:
    """By the criteria, each over its scale and by its weight."""
    each = zip(election.criteria, said, strict=True)
    total = sum((c.weight * (s - c.low) / ((c.high - c.low) or 1) for c, s in each), Fraction(0))
    return total / sum(criterion.weight for criterion in election.criteria)


_ON_SCALE = {Asked.YES: _of_yes, Asked.ORDER: _of_order, Asked.SCORES: _of_scores}
