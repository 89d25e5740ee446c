"""Elections of yes and no for Hypothesis, and plain-Python definitions to hold rules to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations

from hypothesis import strategies as st

from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.committee.votes.ballot import Said

SAID: tuple[Said, ...] = ((Fraction(1),), (Fraction(0),))
NAMES = "abcdef"


@st.composite
def yes_elections(draw: st.DrawFn, *, silent: bool = True, weighed: bool = True) -> Election:
    """A few candidates and voters; ``silent``: some say nothing of some, ``weighed``: weights."""
    candidates = NAMES[: draw(st.integers(2, len(NAMES)))]
    said = st.sampled_from((*SAID, *Silence) if silent else SAID)
    weights = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(2)])
    ballots = draw(st.lists(st.tuples(*(said for _ in candidates)), min_size=1, max_size=6))
    cast = tuple(
        Ballot(
            f"v{number}",
            dict(zip(candidates, row, strict=True)),
            draw(weights) if weighed else Fraction(1),
        )
        for number, row in enumerate(ballots)
    )
    return Election(tuple(candidates), cast, Asked.YES, (Criterion("", high=Fraction(1)),))


def seats_of(election: Election) -> st.SearchStrategy[int]:
    """Any number of seats that there can be."""
    return st.integers(1, len(election.candidates))


def saying(election: Election, number: int, candidate: str, said: Said) -> Election:
    """The same election where one voter says something else of one candidate."""
    ballots = list(election.ballots)
    ballots[number] = replace(ballots[number], said={**ballots[number].said, candidate: said})
    return election.of(tuple(ballots))


def wanted(ballot: Ballot) -> frozenset[str]:
    """Everybody this one says yes to."""
    return frozenset(c for c in ballot.said if ballot.value(c))


def groups(election: Election) -> Iterator[tuple[Ballot, ...]]:
    """Every group of voters."""
    cast = election.ballots
    return chain.from_iterable(combinations(cast, n) for n in range(1, len(cast) + 1))


def breaks_ejr(election: Election, chosen: Iterable[str], seats: int) -> bool:
    """Aziz and others (2017): ℓ·n/k voters agree on ℓ, and each has fewer than ℓ chosen."""
    those = frozenset(chosen)
    return any(
        all(len(wanted(ballot) & those) < due for ballot in group)
        for group in groups(election)
        for due in range(1, _due(election, group, seats) + 1)
    )


def breaks_pjr(election: Election, chosen: Iterable[str], seats: int) -> bool:
    """Sánchez-Fernández and others (2017): they agree on ℓ and have fewer than ℓ together."""
    those = frozenset(chosen)
    return any(
        len(frozenset[str]().union(*(wanted(b) for b in group)) & those)
        < _due(election, group, seats)
        for group in groups(election)
    )


def _due(election: Election, group: tuple[Ballot, ...], seats: int) -> int:
    agreed = frozenset.intersection(*(wanted(ballot) for ballot in group))
    return min(len(agreed), len(group) * seats // len(election.ballots))
