"""What every rule of yes-votes promises, and what some of them do."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from cohorts.committee.counting import highest_first
from cohorts.committee.counting.approval import Approval
from cohorts.committee.counting.count import count, who
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.equal_shares import Completion, EqualShares
from cohorts.committee.counting.phragmen import Phragmen
from cohorts.committee.counting.proportional_approval import ProportionalApproval
from cohorts.committee.counting.satisfaction_approval import SatisfactionApproval
from cohorts.committee.votes import Election, Silence
from tests.cohorts.committee.yes_elections import (
    breaks_ejr,
    breaks_pjr,
    saying,
    seats_of,
    wanted,
    yes_elections,
)

SHARES = [EqualShares(completion=completion) for completion in Completion]
RULES = [Approval(), SatisfactionApproval(), Phragmen(), *SHARES, ProportionalApproval()]
TIMED = run(max_examples=25, deadline=None)
SEED = 3


def named(rule: CountingRule) -> str:
    return f"{type(rule).__name__} {' '.join(filter(None, rule.model_dump().values()))}".strip()


def some_no(
    data: st.DataObject, election: Election, chosen: frozenset[str]
) -> list[tuple[int, str]]:
    """A no to somebody who is chosen: by which ballot and to whom; none where there is none."""
    noes = [
        (number, candidate)
        for number, ballot in enumerate(election.ballots)
        for candidate in sorted(chosen)
        if ballot.value(candidate) == 0
    ]
    return [data.draw(st.sampled_from(noes))] if noes else []


@pytest.mark.parametrize(
    "rule", [Approval(), SatisfactionApproval(), Phragmen(), ProportionalApproval()], ids=named
)
@TIMED
@given(data=st.data(), election=yes_elections())
def test_one_more_yes_never_costs_a_seat(
    rule: CountingRule, data: st.DataObject, election: Election
) -> None:
    seats = data.draw(seats_of(election))
    for number, candidate in some_no(data, election, who(election, rule, seats, seed=SEED)):
        more = saying(election, number, candidate, (Fraction(1),))
        assert candidate in who(more, rule, seats, seed=SEED)


@pytest.mark.parametrize(
    "rule",
    [r for r in RULES if r != EqualShares(completion=Completion.BUDGET_UP)],
    ids=named,
)
@TIMED
@given(data=st.data(), election=yes_elections())
def test_who_may_not_judge_takes_nothing_away(
    rule: CountingRule, data: st.DataObject, election: Election
) -> None:
    """Where a purse is made larger for all, who is bought may change in any way."""
    seats = data.draw(seats_of(election))
    silence = data.draw(st.sampled_from([*Silence]))
    for number, candidate in some_no(data, election, who(election, rule, seats, seed=SEED)):
        silent = saying(election, number, candidate, silence)
        assert candidate in who(silent, rule, seats, seed=SEED)


@pytest.mark.parametrize("rule", [*SHARES, ProportionalApproval()], ids=named)
@TIMED
@given(data=st.data(), election=yes_elections(silent=False, weighed=False))
def test_groups_of_one_mind_have_someone_who_is_served(
    rule: CountingRule, data: st.DataObject, election: Election
) -> None:
    seats = data.draw(seats_of(election))
    assert not breaks_ejr(election, who(election, rule, seats, seed=SEED), seats)


@TIMED
@given(data=st.data(), election=yes_elections(silent=False, weighed=False))
def test_groups_of_one_mind_are_served_together(data: st.DataObject, election: Election) -> None:
    seats = data.draw(seats_of(election))
    assert not breaks_pjr(election, who(election, Phragmen(), seats, seed=SEED), seats)


@TIMED
@given(data=st.data(), election=yes_elections())
def test_a_place_more_lets_everybody_stay(data: st.DataObject, election: Election) -> None:
    seats = data.draw(st.integers(1, len(election.candidates) - 1))
    fewer, more = (count(election, Phragmen(), n, seed=SEED).chosen for n in (seats, seats + 1))
    assert more[:seats] == fewer


@run(max_examples=40, deadline=None)
@given(data=st.data(), election=yes_elections())
def test_the_best_committee_is_that_of_all(data: st.DataObject, election: Election) -> None:
    """Compared with every committee; of equals the one with the first lots."""
    seats = data.draw(seats_of(election))
    by_lot = highest_first.in_lot_order(election.candidates, SEED)

    def worth(committee: tuple[str, ...]) -> Fraction:
        got = ((b.power, len(wanted(b) & {*committee})) for b in election.ballots)
        return sum(
            (power * sum(Fraction(1, n) for n in range(1, u + 1)) for power, u in got), Fraction(0)
        )

    every = list(combinations(by_lot, seats))  # in the order of their lots, so max takes the first
    best = max(every, key=worth)
    equal = [frozenset(one) for one in every if worth(one) == worth(best)]
    found = count(election, ProportionalApproval(), seats, seed=SEED)
    assert {*found.chosen} == {*best}
    parted = frozenset().union(*equal) - frozenset.intersection(*equal)
    assert {c for drawn in found.drawn for c in drawn.among} == parted
