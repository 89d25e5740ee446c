"""Borda against its definition, and what holds of it where everybody orders everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.committee.counting.borda import Borda
from cohorts.committee.votes import Ballot, Election
from tests.cohorts.committee.counting.made_up import elections, few, strict_orders

HALF: dict[str, Fraction] = {"half": Fraction(1, 2), "none": Fraction(0)}


@pytest.mark.parametrize("equals", ["half", "none"])
@few
@given(election=elections())
def test_the_mean_part_of_the_others_that_stand_below(
    election: Election, equals: Literal["half", "none"]
) -> None:
    found = Borda(equals=equals).outcome(election, 1, 0).standing
    for candidate in election.candidates:
        parts = [
            (b.power, part)
            for b in election.ballots
            if (part := _part(b, candidate, HALF[equals])) is not None
        ]
        total = sum((power for power, _ in parts), Fraction(0))
        points = sum((power * part for power, part in parts), Fraction(0))
        assert found.get(candidate) == (points / total if total else None)


def _part(ballot: Ballot, candidate: str, equal: Fraction) -> Fraction | None:
    own = ballot.value(candidate)
    others = [v for c in ballot.said if c != candidate and (v := ballot.value(c)) is not None]
    if own is None or not others:
        return None
    points = sum((Fraction(v > own) + equal * (v == own) for v in others), Fraction(0))
    return points / len(others)


@few
@given(strict_orders(), st.integers(0, 9))
def test_who_loses_to_everybody_is_never_first_and_who_wins_from_all_never_last(
    election: Election, seed: int
) -> None:
    found = Borda().outcome(election, 1, seed)
    order = (*found.chosen, *found.left)
    losers, winners = (list(_from_all(election, sign)) for sign in (-1, 1))
    assert order[0] not in losers
    assert order[-1] not in winners


def _from_all(election: Election, sign: int) -> Iterator[str]:
    """Who wins (1) or loses (-1) two by two from each of the others."""
    margins = dict.fromkeys(election.candidates, 0)
    for a, other in combinations(election.candidates, 2):
        above = sum(
            (b.power if _place(b, a) < _place(b, other) else -b.power for b in election.ballots),
            Fraction(0),
        )
        margins[a] += (above > 0) - (above < 0)
        margins[other] -= (above > 0) - (above < 0)
    most = len(election.candidates) - 1
    yield from (c for c, margin in margins.items() if margin == sign * most)


def _place(ballot: Ballot, candidate: str) -> Fraction:
    place = ballot.value(candidate)
    assert place is not None
    return place


@few
@given(strict_orders(), st.data())
def test_whom_two_panels_both_put_first_their_sum_puts_first(
    election: Election, data: st.DataObject
) -> None:
    more = [data.draw(st.permutations([*b.said.values()])) for b in election.ballots]
    other = election.of(
        tuple(
            replace(b, said=dict(zip(b.said, said, strict=True)))
            for b, said in zip(election.ballots, more, strict=True)
        )
    )
    if both := _best(election) & _best(other):
        assert _best(election.of(election.ballots + other.ballots)) == both


def _best(election: Election) -> set[str]:
    figures = Borda().outcome(election, 1, 0).standing
    return {c for c, figure in figures.items() if figure == max(figures.values())}
