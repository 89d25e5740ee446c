"""What holds of every rule for orders and scores: whose votes they are, names, silence."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.borda import Borda
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.doubtful_middle import DoubtfulMiddle
from cohorts.committee.counting.mean_scores import MeanScores
from cohorts.committee.counting.satisfaction_approval import SatisfactionApproval
from cohorts.committee.counting.schulze import Schulze
from cohorts.committee.counting.single_transferable_vote import SingleTransferableVote
from cohorts.committee.votes import Asked, Election, Silence
from tests.cohorts.committee.counting.made_up import changed, elections, few, place
from tests.cohorts.committee.elections import orders
from tests.cohorts.committee.yes_elections import saying, yes_elections

OF_ORDERS = (Borda(), Borda(unranked="last"), Schulze(), SingleTransferableVote())
RULES = (*OF_ORDERS, Borda(equals="none"), MeanScores(), DoubtfulMiddle())
ids = [f"{type(rule).__name__}-{n}" for n, rule in enumerate(RULES)]
every_rule = pytest.mark.parametrize("rule", RULES, ids=ids)
SCORES = elections(Asked.SCORES)


@every_rule
@few
@given(election=SCORES, seats=st.integers(1, 5), seed=st.integers(0, 99))
def test_where_another_lot_seats_others_it_is_noted(
    rule: CountingRule, election: Election, seats: int, seed: int
) -> None:
    seats = min(seats, len(election.candidates))
    found = rule.outcome(election, seats, seed)
    other = rule.outcome(election, seats, seed + 1)
    if set(other.chosen) != set(found.chosen):
        assert found.drawn
        assert other.drawn


@every_rule
@few
@given(election=SCORES, number=st.integers(0, 6), who=st.integers(0, 4))
def test_who_may_not_judge_takes_nothing_away(
    rule: CountingRule, election: Election, number: int, who: int
) -> None:
    """Against not having judged: the same, and never lower where one unplaced stands last.

    Several unplaced share the last places, and of a shared place more than nothing is left.
    """
    candidate = election.candidates[who % len(election.candidates)]
    number %= len(election.ballots)
    said = election.ballots[number].said
    open_, recused, abstained = (
        rule.outcome(changed(election, number, {**said, candidate: silence}), 1, 3)
        for silence in (Silence.NOT_JUDGED, Silence.RECUSED, Silence.ABSTAINED)
    )
    assert recused.chosen == abstained.chosen
    if getattr(rule, "unranked", "silent") == "silent":
        assert (open_.chosen, open_.standing) == (recused.chosen, recused.standing)
        return
    unplaced = {
        c for c in election.candidates if said.get(c, Silence.NOT_JUDGED) is Silence.NOT_JUDGED
    }
    alone = unplaced <= {candidate}
    if alone and candidate in open_.standing and candidate in recused.standing:
        assert recused.standing[candidate] >= open_.standing[candidate]


@pytest.mark.parametrize(
    "rule",
    [Approval(), SatisfactionApproval(), MeanScores(), Borda(), Borda(unranked="last")],
    ids=["approval", "divided", "mean", "borda", "borda-last"],
)
@few
@given(data=st.data(), number=st.integers(0, 6), who=st.integers(0, 4))
def test_an_interest_leaves_the_standing_as_it_is_without_that_ballot(
    rule: CountingRule, data: st.DataObject, number: int, who: int
) -> None:
    election = data.draw(yes_elections() if Asked.YES in rule.ASKS else SCORES)
    candidate = election.candidates[who % len(election.candidates)]
    number %= len(election.ballots)
    recused = saying(election, number, candidate, Silence.RECUSED)
    gone = election.of(tuple(b for n, b in enumerate(election.ballots) if n != number))
    assume(gone.ballots)
    here, there = (rule.outcome(e, 1, 0).standing.get(candidate) for e in (recused, gone))
    assert here == there


@pytest.mark.parametrize("rule", [Borda(), Borda(unranked="last"), MeanScores(), DoubtfulMiddle()])
@few
@given(election=SCORES, number=st.integers(0, 6), seats=st.integers(1, 3), seed=st.integers(0, 9))
def test_a_higher_score_never_costs_a_seat(
    rule: CountingRule, election: Election, number: int, seats: int, seed: int
) -> None:
    seats, number = min(seats, len(election.candidates)), number % len(election.ballots)
    winner = rule.outcome(election, seats, seed).chosen[-1]
    assume(not isinstance(election.ballots[number].said[winner], Silence))
    higher = changed(election, number, {**election.ballots[number].said, winner: place(6)})
    found = rule.outcome(higher, seats, seed)
    assert winner in found.chosen


@few
@given(election=SCORES, criteria=st.integers(1, 3))
def test_the_mean_is_that_of_who_judged(election: Election, criteria: int) -> None:
    found = MeanScores().outcome(election, criteria % len(election.candidates) + 1, 0)
    for candidate in election.candidates:
        told = [(b.value(candidate), int(b.weight)) for b in election.ballots]
        flat = [value for value, times in told if value is not None for _ in range(times)]
        expected = sum(flat, Fraction(0)) / len(flat) if flat else None
        assert found.standing.get(candidate) == expected


@pytest.mark.parametrize(
    ("silence", "standing"),
    [(Silence.NOT_JUDGED, Fraction(1, 2)), (Silence.ABSTAINED, 1), (Silence.RECUSED, 1)],
)
def test_last_is_only_who_was_left_unplaced(silence: Silence, standing: Fraction) -> None:
    """One voter puts c first; the other puts a above b and is silent on c."""
    election = orders("abc", "c>a>b", "a>b")
    said = {**election.ballots[1].said, "c": silence}
    found = Borda(unranked="last").outcome(changed(election, 1, said), 1, 0)
    assert found.standing["c"] == standing
