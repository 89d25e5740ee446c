"""Seats one by one, with the arithmetic shown: what is carried, what is paid, what stays open."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from cohorts.committee.counting.count import count, who
from cohorts.committee.counting.equal_shares import Completion, EqualShares
from cohorts.committee.counting.phragmen import Phragmen
from cohorts.committee.counting.wishes import prices
from cohorts.committee.votes import Election, Silence
from tests.cohorts.committee.elections import approvals
from tests.cohorts.committee.yes_elections import saying, seats_of, yes_elections

BOOK = approvals("abcd", "cd", "cd", "cd", "ab", "ab", "ac", "ac", "bd")
"""Lackner & Skowron (2023), example 2.12."""
RUNNING = approvals("abcdefgh", *["ab"] * 3, *["ac"] * 3, *["ad"] * 2, "bcf", "e", "f", "g")
"""Their running example, 2.1."""


def test_loads_are_those_of_the_book() -> None:
    steps = count(BOOK, Phragmen(), 3).steps
    assert [(step.facts["candidate"], step.facts["load"]) for step in steps] == [
        ("c", Fraction(1, 5)),
        ("b", Fraction(1, 3)),
        ("d", Fraction(29, 60)),
    ]


def test_shares_are_those_of_the_book_and_what_is_left_helps_carry() -> None:
    """c at 1/5 each, a at 13/40; then d, nearest: nobody has 1 left for it."""
    steps = count(BOOK, EqualShares(), 3).steps
    assert [step.facts["candidate"] for step in steps] == ["c", "a", "d"]
    assert [step.facts.get("share") for step in steps] == [Fraction(1, 5), Fraction(13, 40), None]
    assert steps[2].facts["load"] == Fraction(1, 40)
    assert steps[2].code == "count_steps.equal_shares_rest_seat"


def test_without_completion_seats_stay_open_and_it_is_said() -> None:
    """Twelve purses of 1/3: a costs eight of them 1/8; no other can be paid."""
    found = count(RUNNING, EqualShares(completion=Completion.NONE), 4)
    assert found.chosen == ("a",)
    assert found.steps[-1].facts == {"seats": 3}
    assert len(found.left) == 7


def test_purses_are_raised_until_all_is_filled_and_it_is_said() -> None:
    found = count(RUNNING, EqualShares(completion=Completion.BUDGET_UP), 4)
    assert {*found.chosen} == {*"abcd"}
    assert found.steps[0].code == "count_steps.equal_shares_raised"
    purse = found.steps[0].facts["purses"]
    assert isinstance(purse, int)
    # one seat's worth less leaves one open: d costs its two voters 1/2 each after 1/8 for a
    assert (purse, Fraction(purse, 12) >= Fraction(5, 8)) == (8, True)


def test_a_seat_that_nobody_wants_goes_by_lot() -> None:
    found = count(approvals("abcd", "a", "a"), Phragmen(), 2)
    assert found.chosen[0] == "a"
    assert (found.drawn[-1].taken, found.drawn[-1].decisive) == (1, True)
    assert found.steps[-1].facts["candidates"] == found.chosen[1:]


@pytest.mark.parametrize("rule", [Phragmen(), EqualShares()])
def test_nobody_says_yes_and_all_goes_by_lot(rule: Phragmen | EqualShares) -> None:
    assert len(who(approvals("abc", "", ""), rule, 2)) == 2
    silent = approvals("abc", "a")
    nothing = dict.fromkeys("abc", Silence.ABSTAINED)
    assert len(who(silent.of((replace(silent.ballots[0], said=nothing),)), rule, 2)) == 2


def test_a_seat_costs_the_part_that_judged() -> None:
    """Three of four say something of a; two of them say yes, as two of four do of b."""
    election = saying(approvals("ab", "a", "a", "b", "b"), 3, "a", Silence.RECUSED)
    assert prices(election) == {"a": Fraction(3, 4), "b": Fraction(1)}
    for seed in range(5):
        assert count(election, Phragmen(), 1, seed=seed).chosen == ("a",)
        assert count(election, EqualShares(), 1, seed=seed).chosen == ("a",)


def test_who_says_nothing_at_all_is_nobody() -> None:
    election = approvals("ab", "a", "b", "b")
    nothing = replace(
        election.ballots[0], voter="silent", said=dict.fromkeys("ab", Silence.RECUSED)
    )
    more = election.of((*election.ballots, nothing))
    assert prices(more) == prices(election)
    assert count(more, EqualShares(), 1) == count(election, EqualShares(), 1)


def test_another_lot_that_seats_others_later_is_decisive() -> None:
    """a and b stand equal first, and both get a seat; who came first settles the third."""
    election = approvals("abcd", "ab", "abcd", "ad", "bc")
    seated = {"a": {*"abd"}, "b": {*"abc"}}
    for seed in range(6):
        found = count(election, Phragmen(), 3, seed=seed)
        assert {*found.chosen} == seated[found.chosen[0]]
        assert [(sorted(drawn.among), drawn.decisive) for drawn in found.drawn] == [
            (["a", "b"], True)
        ]


@run(max_examples=60, deadline=None)
@given(data=st.data(), election=yes_elections())
def test_a_lot_is_decisive_where_another_seats_others(
    data: st.DataObject, election: Election
) -> None:
    """Some lot is decisive exactly where other lots, of many seeds, seat other people."""
    seats = data.draw(seats_of(election))
    rule = data.draw(
        st.sampled_from([Phragmen(), EqualShares(), EqualShares(completion=Completion.NONE)])
    )
    found = count(election, rule, seats)
    seated = {who(election, rule, seats, seed=seed) for seed in range(60)}
    assert any(drawn.decisive for drawn in found.drawn) == (len(seated) > 1)
