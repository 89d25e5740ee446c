"""Scores first, and around the border the order of who was doubted."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cohorts.committee.counting.doubtful_middle import DoubtfulMiddle
from cohorts.committee.counting.mean_scores import MeanScores
from cohorts.committee.votes import Asked, Ballot, Criterion, Election
from tests.cohorts.committee.counting.made_up import elections, few

MARGIN = Fraction(1, 10)


def scored(*rows: str, doubts: tuple[str, ...] = ()) -> Election:
    """A row a judge, a digit for each of abcd…; of each judge an order of who they doubted."""
    names = "abcdefg"[: len(rows[0])]
    ballots = tuple(
        Ballot(
            f"j{n}",
            {c: (Fraction(sign),) for c, sign in zip(names, row, strict=True)},
            doubts={c: Fraction(p) for p, c in enumerate((*doubts, *rows)[n], 1)}
            if n < len(doubts)
            else {},
        )
        for n, row in enumerate(rows)
    )
    return Election(tuple(names), ballots, Asked.SCORES, (Criterion(""),))


def test_the_order_settles_who_stand_near_the_border() -> None:
    rows = ("5331", "5431", "5331")
    assert MeanScores().outcome(scored(*rows), 2, 0).chosen == ("a", "b")
    found = DoubtfulMiddle().outcome(scored(*rows, doubts=("cb", "cb")), 2, 0)
    assert found.chosen == ("a", "c")
    assert found.left == ("b", "d")
    assert found.steps[-1].code == "count_steps.doubts_settled"
    assert found.steps[-1].facts == {"who": ("b", "c"), "judges": 2}


def test_who_put_no_order_is_heard_by_the_scores() -> None:
    found = DoubtfulMiddle().outcome(scored("5431", "5431", "5221", doubts=("", "", "cb")), 2, 0)
    assert found.chosen == ("a", "b")


def test_an_order_moves_nobody_from_beyond_the_margin() -> None:
    """On a scale of 1 to 5 a tenth is 0.4; both stand half a point from the border."""
    found = DoubtfulMiddle(margin=MARGIN).outcome(scored("43", "43", doubts=("ba", "ba")), 1, 0)
    assert found.chosen == ("a",)


def test_without_an_order_the_scores_stand_and_that_is_said() -> None:
    found = DoubtfulMiddle().outcome(scored("5331", "5431"), 2, 0)
    assert found.chosen == ("a", "b")
    assert found.steps[-1].code == "count_steps.no_doubts_given"
    alone = DoubtfulMiddle().outcome(scored("5421"), 2, 0)
    assert alone.steps[-1].code == "count_steps.nobody_doubtful"


@few
@given(elections(Asked.SCORES), st.data(), st.integers(1, 4))
def test_a_higher_place_in_an_order_costs_nobody_a_seat_but_by_lot(
    election: Election, data: st.DataObject, seats: int
) -> None:
    seats = min(seats, len(election.candidates))
    order = st.permutations(election.candidates)
    places = [{c: Fraction(n) for n, c in enumerate(data.draw(order), 1)} for _ in election.ballots]
    each = list(zip(election.ballots, places, strict=True))
    before = election.of(tuple(replace(b, doubts=own) for b, own in each))
    found = DoubtfulMiddle().outcome(before, seats, 1)
    winner = data.draw(st.sampled_from(found.chosen))
    first, own = each[0]
    raised = (replace(first, doubts={**own, winner: Fraction(0)}), *before.ballots[1:])
    again = DoubtfulMiddle().outcome(before.of(raised), seats, 1)
    assert winner in again.chosen or found.drawn or again.drawn


def test_a_higher_score_moves_the_border_and_may_harm() -> None:
    """One point more for a, and c is no longer doubtful, through whom a stood above b."""
    rows, doubts = ("2424", "2334", "3424", "3233"), ("cab", "acd", "", "ac")
    assert "a" in DoubtfulMiddle().outcome(scored(*rows, doubts=doubts), 2, 0).chosen
    higher = ("3424", *rows[1:])
    assert "a" not in DoubtfulMiddle().outcome(scored(*higher, doubts=doubts), 2, 0).chosen


@few
@given(elections(Asked.SCORES), st.data(), st.integers(1, 4))
def test_who_is_clearly_in_or_out_stays(
    election: Election, data: st.DataObject, seats: int
) -> None:
    seats = min(seats, len(election.candidates))
    order = st.dictionaries(
        st.sampled_from(election.candidates), st.integers(1, 5).map(Fraction), max_size=5
    )
    doubting = election.of(tuple(replace(b, doubts=data.draw(order)) for b in election.ballots))
    found = DoubtfulMiddle(margin=MARGIN).outcome(doubting, seats, 1)
    by_mean = MeanScores().outcome(election, seats, 1)
    means = by_mean.standing
    ranked = (*by_mean.chosen, *by_mean.left)
    assert len(found.chosen) == seats
    if seats < len(ranked) and ranked[seats] in means:
        border = (means[ranked[seats - 1]] + means[ranked[seats]]) / 2
        clear = {c for c in means if abs(means[c] - border) > MARGIN * 5}
        assert set(found.chosen) & clear == set(by_mean.chosen) & clear
    else:
        assert found.chosen == by_mean.chosen
