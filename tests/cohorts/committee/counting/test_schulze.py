"""Schulze against its definition: every chain looked at, and who wins from all comes first."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from cohorts.committee.counting.as_orders import as_orders
from cohorts.committee.counting.schulze import Schulze
from cohorts.committee.counting.strongest_paths import Pairs, preferred, strongest_paths
from cohorts.committee.votes import Election, Silence
from tests.cohorts.committee.counting.made_up import changed, elections, few, place, strict_orders
from tests.cohorts.committee.elections import orders
from tests.cohorts.committee.yes_elections import saying


def votes(election: Election, a: str, b: str) -> Fraction:
    """The power of who places a above b, said plainly."""
    return sum(
        (
            ballot.power
            for ballot in election.ballots
            if (x := ballot.value(a)) is not None and (y := ballot.value(b)) is not None and x < y
        ),
        Fraction(0),
    )


def strongest(election: Election, a: str, b: str) -> Fraction:
    """Over every chain without repeats."""
    others = [c for c in election.candidates if c not in (a, b)]
    chains = [(a, *middle, b) for n in range(len(others) + 1) for middle in permutations(others, n)]
    return max(min(_link(election, x, y) for x, y in pairwise(chain)) for chain in chains)


def _link(election: Election, a: str, b: str) -> Fraction:
    won = votes(election, a, b)
    return won if won > votes(election, b, a) else Fraction(0)


@few
@given(elections())
def test_chains_are_the_strongest_there_are(election: Election) -> None:
    found = strongest_paths(preferred(as_orders(election), election.candidates))
    for a, b in permutations(election.candidates, 2):
        assert found.between(a, b) == strongest(election, a, b)


@few
@given(elections(), st.integers(0, 9))
def test_who_wins_from_all_comes_first(election: Election, seed: int) -> None:
    winners = [
        c
        for c in election.candidates
        if all(votes(election, c, d) > votes(election, d, c) for d in election.candidates if d != c)
    ]
    chosen = Schulze().outcome(election, 1, seed).chosen
    assert tuple(winners) in ((), chosen)


@few
@given(elections(), st.integers(0, 9))
def test_nobody_stands_behind_somebody_they_beat(election: Election, seed: int) -> None:
    found = Schulze().outcome(election, 1, seed)
    strength = strongest_paths(preferred(as_orders(election), election.candidates))
    order = (*found.chosen, *found.left)
    for n, higher in enumerate(order):
        assert not any(beats(strength, lower, higher) for lower in order[n + 1 :])


@few
@given(strict_orders(6), st.integers(0, 5))
def test_who_is_placed_higher_still_may_win(election: Election, number: int) -> None:
    winner = Schulze().outcome(election, 1, 0).chosen[0]
    number %= len(election.ballots)
    higher = changed(election, number, {**election.ballots[number].said, winner: place(0)})
    strength = strongest_paths(preferred(as_orders(higher), higher.candidates))
    assert not any(beats(strength, other, winner) for other in higher.candidates)


@few
@given(strict_orders(6), st.integers(0, 9))
def test_the_first_is_of_the_smallest_group_that_wins_from_all_others(
    election: Election, seed: int
) -> None:
    """Smith: grown from each alone by whoever does not lose to somebody in it."""
    groups = []
    for start in election.candidates:
        group = {start}
        while more := {
            c
            for c in election.candidates
            if c not in group and any(votes(election, c, g) >= votes(election, g, c) for g in group)
        }:
            group |= more
        groups.append(group)
    assert Schulze().outcome(election, 1, seed).chosen[0] in min(groups, key=len)


@few
@given(elections(), st.integers(0, 6), st.integers(0, 4))
def test_of_whom_one_may_not_judge_every_pair_is_as_without_that_ballot(
    election: Election, number: int, who: int
) -> None:
    number %= len(election.ballots)
    candidate = election.candidates[who % len(election.candidates)]
    recused = saying(election, number, candidate, Silence.RECUSED)
    gone = election.of(tuple(b for n, b in enumerate(election.ballots) if n != number))
    here, there = (preferred(as_orders(e), e.candidates) for e in (recused, gone))
    for other in election.candidates:
        assert here.between(candidate, other) == there.between(candidate, other)
        assert here.between(other, candidate) == there.between(other, candidate)


def test_a_pair_that_fewer_could_judge_weighs_less_in_a_cycle() -> None:
    """a wins from b by 5, b from c by 5, c from a by 4: a is first. Two with an interest in a …"""
    cycle = orders("abc", "a>b>c", "a>b>c", "a>b>c", "b>c>a", "b>c>a", "c>a>b", "c>a>b")
    assert Schulze().outcome(cycle, 1, 0).chosen == ("a",)
    without = cycle
    for voter in (0, 1):
        without = saying(without, voter, "a", Silence.RECUSED)
    assert Schulze().outcome(without, 1, 0).chosen == ("b",)  # … leave a's win from b with 3


def beats(strength: Pairs, a: str, b: str) -> bool:
    return strength.between(a, b) > strength.between(b, a)


def test_weights_of_any_length_are_counted_exactly() -> None:
    """A last digit beyond what a float or a machine's number holds decides."""
    election = orders("ab", "a>b", "b>a")
    weights = (Fraction(10**30 + 1, 10**9), Fraction(10**30, 10**9))
    heavy = [replace(b, weight=w) for b, w in zip(election.ballots, weights, strict=True)]
    assert {Schulze().outcome(election.of(tuple(heavy)), 1, s).chosen for s in range(9)} == {("a",)}


def test_the_last_seat_is_explained() -> None:
    found = Schulze().outcome(orders("abc", "a>b>c", "a>b>c", "b>a>c"), 1, 0)
    assert [step.code for step in found.steps] == [
        "count_steps.schulze_beats_all",
        "count_steps.schulze_border",
    ]
    assert found.steps[1].facts == {"who": "a", "next": "b", "there": 2.0, "back": 0.0}
