"""The Scottish count: groups of one mind get their seats, and every stage is as the Order says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations, permutations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cohorts.committee.counting.elected import Drawn
from cohorts.committee.counting.single_transferable_vote import SingleTransferableVote
from cohorts.committee.votes import Ballot, Election, Silence
from cohorts.committee.votes.ballot import Said
from cohorts.errors import InputError
from cohorts.words import Language, explain, say
from tests.cohorts.committee.counting.made_up import elections, few, strict_orders
from tests.cohorts.committee.elections import orders
from tests.cohorts.committee.yes_elections import saying

STV = SingleTransferableVote()


@few
@given(strict_orders(), st.integers(1, 4), st.integers(0, 9))
def test_a_solid_group_gets_the_seats_of_its_quotas(
    election: Election, seats: int, seed: int
) -> None:
    """Droop: who all place the same people first, j quotas of them, elect j of these people."""
    seats = min(seats, len(election.candidates))
    chosen = set(STV.outcome(election, seats, seed).chosen)
    quota = int(sum(b.power for b in election.ballots)) // (seats + 1) + 1
    for size in range(1, len(election.candidates)):
        for group in combinations(election.candidates, size):
            solid = sum(b.power for b in election.ballots if _first(b.said, size) == set(group))
            assert len(chosen & set(group)) >= min(int(solid) // quota, size)


def _first(said: object, size: int) -> set[str]:
    assert isinstance(said, dict)
    return set(sorted(said, key=said.__getitem__)[:size])


def test_a_surplus_goes_on_at_a_value_of_five_decimals_and_the_rest_is_ignored() -> None:
    election = orders("abcd", *7 * ["a>b"], *2 * ["c>d"], "d>c")
    found = STV.outcome(election, 2, 0)
    assert found.chosen == ("a", "c")
    # 3 of 7 votes go on, at 0.42857 each and not at 3/7: so b has 2.99999 and c has 3
    told = [(step.code.rsplit("_", 1)[1], step.facts) for step in found.steps]
    assert [(what, facts.get("who"), facts.get("votes")) for what, facts in told] == [
        ("quota", None, None),
        ("elected", "a", 7.0),
        ("surplus", "a", 3.0),
        ("excluded", "d", 1.0),
        ("excluded", "b", 2.99999),
        ("rest", "c", 3.0),
    ]


def test_who_has_no_vote_is_not_said_to_pass_any_on() -> None:
    found = STV.outcome(orders("abc", *3 * ["a"], *2 * ["b"]), 1, 0)
    told = [step.code.rsplit("_", 1)[1] for step in found.steps]
    assert told == ["quota", "elected"]
    found = STV.outcome(orders("abc", *2 * ["a"], *2 * ["b"]), 1, 0)
    assert ("empty", "c") in [(s.code.rsplit("_", 1)[1], s.facts.get("who")) for s in found.steps]


def test_equals_go_by_an_earlier_stage_and_only_then_by_lot() -> None:
    # after d drops out c has 3 as b has; b had 3 before
    election = orders("abcd", *4 * ["a"], *3 * ["b"], *2 * ["c"], "d>c")
    found = STV.outcome(election, 1, 0)
    assert found.left == ("b", "c", "d")
    assert not found.drawn
    lots = {STV.outcome(orders("ab", "a", "b"), 1, seed).chosen for seed in range(9)}
    assert lots == {("a",), ("b",)}
    (drawn,) = STV.outcome(orders("ab", "a", "b"), 1, 0).drawn
    assert drawn == Drawn(drawn.among, 1, decisive=True)


def test_equals_on_a_ballot_share_it_or_are_refused() -> None:
    election = orders("abc", "ab>c", "ab>c", "c", "c", "a")
    shared, _, *first = STV.outcome(election, 1, 0).steps
    assert [s.facts.get("who") for s in first] == ["b", "a"]
    assert (shared.code.rsplit("_", 1)[1], shared.facts) == ("shared", {"papers": 2})
    with pytest.raises(InputError) as error:
        SingleTransferableVote(equals="refuse").outcome(election, 1, 0)
    (problem,) = error.value.problems
    assert "v1" in explain(problem, Language.NL)[0]


def test_the_part_of_one_goes_on_to_its_equal_before_anybody_lower() -> None:
    """b drops out; its two halves go to a, who stood equal, and not yet to c."""
    election = orders("abc", "ab>c", "ab>c", *2 * ["c"], "a")
    assert [s.facts.get("votes") for s in STV.outcome(election, 1, 0).steps[2:]] == [1.0, 3.0]


def test_only_the_order_counts_and_a_place_left_out_ends_no_paper() -> None:
    gap = orders("abc", *3 * ["a>b"], *2 * ["c"], "b")
    wide: dict[str, Said] = {"a": (Fraction(2),), "b": (Fraction(9),), "c": Silence.RECUSED}
    wider = gap.of((replace(gap.ballots[0], said=wide), *gap.ballots[1:]))
    assert STV.outcome(wider, 2, 0).chosen == STV.outcome(gap, 2, 0).chosen


def test_an_interest_costs_a_vote_here_and_that_is_said() -> None:
    """a has the first place of two of three; the third may not vote on a and puts b first."""
    election = orders("ab", "a>b", "b>a", "b")
    found = STV.outcome(saying(election, 2, "a", Silence.RECUSED), 1, 0)
    assert found.chosen == ("b",)
    (said,) = [s for s in found.steps if s.code.endswith("_recused")]
    assert said.facts == {"who": ("a",)}
    assert not [s for s in STV.outcome(election, 1, 0).steps if s.code.endswith("_recused")]


def test_who_is_left_stands_in_the_order_of_dropping_out() -> None:
    """d drops out first, then c, who is the second choice of all others."""
    election = orders("abcd", *5 * ["a>c"], *4 * ["b>c"], *3 * ["c"], *2 * ["d>c"])
    found = STV.outcome(election, 1, 0)
    dropped = [s.facts["who"] for s in found.steps if s.code.endswith("_excluded")]
    assert [*reversed(dropped)] == [c for c in found.left if c in dropped]


def test_weights_are_whole_papers() -> None:
    election = orders("ab", "a", "b")
    heavy = election.of((replace(election.ballots[0], weight=Fraction(2)), election.ballots[1]))
    assert STV.outcome(heavy, 1, 0).chosen == ("a",)
    half = election.of((replace(election.ballots[0], weight=Fraction(1, 2)), election.ballots[1]))
    with pytest.raises(InputError, match="whole_weights"):
        STV.outcome(half, 1, 0)


def test_every_stage_is_said() -> None:
    found = STV.outcome(orders("abcd", *5 * ["a>b"], "b", "c", "c", "d"), 2, 0)
    for language in Language:
        for step in found.steps:
            assert say(step.code, language, **step.facts)


@few
@given(elections(silent=False), st.integers(1, 3))
def test_equals_elect_as_all_their_orders_would(election: Election, seats: int) -> None:
    """In pairs a paper is cut without remainder; papers by the 32 make the quotas the same."""
    in_pairs = [_in_pairs(b, election.candidates) for b in election.ballots]
    assume(all(len(tier) < 3 for tiers in in_pairs for tier in tiers))
    written = [
        Ballot(b.voter, _places(chain.from_iterable(order)), b.weight * 32 / len(orders_))
        for b, tiers in zip(election.ballots, in_pairs, strict=True)
        for orders_ in [list(product(*(permutations(tier) for tier in tiers)))]
        for order in orders_
    ]
    many = election.of(tuple(replace(b, times=32) for b in election.ballots))
    seats = min(seats, len(election.candidates))
    found, all_ = (STV.outcome(e, seats, 1) for e in (many, election.of(tuple(written))))
    assert set(found.chosen) == set(all_.chosen)


def _in_pairs(ballot: Ballot, candidates: tuple[str, ...]) -> list[list[str]]:
    tiers: dict[Fraction, list[str]] = {}
    for candidate in candidates:
        tiers.setdefault(ballot.value(candidate) or Fraction(0), []).append(candidate)
    return [tiers[place] for place in sorted(tiers)]


def _places(order: Iterable[str]) -> dict[str, Said]:
    return {c: (Fraction(n),) for n, c in enumerate(order, 1)}
