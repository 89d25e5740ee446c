"""Elections that Hypothesis makes up: orders with equals and silences, scores, strict orders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.committee.votes.ballot import Said

LETTERS = "abcdef"
few = settings(max_examples=30, deadline=None)
"""Also for a machine with more to do."""
SILENT = st.sampled_from(list(Silence))


def place(n: int) -> Said:
    return (Fraction(n),)


def election(said: list[dict[str, Said]], asked: Asked, weights: list[int]) -> Election:
    ballots = tuple(
        Ballot(f"v{n}", one, weight=Fraction(w))
        for n, (one, w) in enumerate(zip(said, weights, strict=True))
    )
    return Election(tuple(said[0]), ballots, asked, (Criterion("", high=Fraction(6)),))


@st.composite
def elections(draw: st.DrawFn, asked: Asked = Asked.ORDER, *, silent: bool = True) -> Election:
    """Places or scores from 1 to 6, equals among them; where ``silent`` also silences."""
    names = LETTERS[: draw(st.integers(2, 5))]
    value: st.SearchStrategy[Said] = st.integers(1, 6).map(place)
    one = st.one_of(value, value, value, SILENT) if silent else value
    ballots = st.lists(st.fixed_dictionaries(dict.fromkeys(names, one)), min_size=1, max_size=7)
    said = draw(ballots)
    return election(said, asked, [draw(st.integers(1, 4)) for _ in said])


@st.composite
def strict_orders(draw: st.DrawFn, most: int = 12) -> Election:
    """Everybody placed by everyone, nobody equal."""
    names = LETTERS[: draw(st.integers(2, 6))]
    orders = draw(st.lists(st.permutations(names), min_size=1, max_size=most))
    said = [{c: place(order.index(c) + 1) for c in names} for order in orders]
    return election(said, Asked.ORDER, [draw(st.integers(1, 4)) for _ in said])


def renamed(given: Election, to: Mapping[str, str]) -> Election:
    """The same with candidates called otherwise, in the order of their new names."""

    def call(ballot: Ballot) -> Ballot:
        return replace(
            ballot,
            said={to[c]: ballot.said[c] for c in given.candidates},
            doubts={to[c]: place for c, place in ballot.doubts.items()},
        )

    return replace(
        given,
        candidates=tuple(sorted(to.values())),
        ballots=tuple(map(call, given.ballots)),
    )


def changed(given: Election, number: int, said: Mapping[str, Said]) -> Election:
    """With another thing on one ballot."""
    ballots = list(given.ballots)
    ballots[number] = replace(ballots[number], said=said)
    return given.of(tuple(ballots))
