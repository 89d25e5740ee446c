"""What every rule of yes-votes promises, and what some of them do."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given
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
from cohorts.committee.sureness.representation import unheard
from cohorts.committee.votes import Election, Silence
from cohorts.committee.votes.heard import heard
from tests.cohorts.committee.elections import approvals
from tests.cohorts.committee.yes_elections import (
    breaks_ejr,
    breaks_pjr,
    saying,
    seats_of,
    wanted,
    yes_elections,
)

SHARES = [EqualShares(completion=completion) for completion in Completion]
NOT_JUDGED = Silence.NOT_JUDGED
OF_ALL = Approval(out_of="could_vote")
RULES = [Approval(), OF_ALL, SatisfactionApproval(), Phragmen(), *SHARES, ProportionalApproval()]
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
    "rule",
    [Approval(), OF_ALL, SatisfactionApproval(), Phragmen(), ProportionalApproval()],
    ids=named,
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
    """Against a no, while somebody else judges that one: of whom nobody does nothing is known.

    Where a purse is made larger for all, who is bought may change in any way.
    """
    seats = data.draw(seats_of(election))
    silence = data.draw(st.sampled_from([*Silence]))
    for number, candidate in some_no(data, election, who(election, rule, seats, seed=SEED)):
        silent = saying(election, number, candidate, silence)
        assume(heard(silent, candidate).judged)
        assert candidate in who(silent, rule, seats, seed=SEED)


@pytest.mark.parametrize("rule", [Approval(), OF_ALL, SatisfactionApproval()], ids=named)
@TIMED
@given(data=st.data(), election=yes_elections())
def test_one_who_may_not_judge_changes_no_figure(
    rule: CountingRule, data: st.DataObject, election: Election
) -> None:
    """Somebody joins who may not judge one candidate: that one stands where they stood."""
    candidate = data.draw(st.sampled_from(election.candidates))
    joins = replace(data.draw(st.sampled_from(election.ballots)), voter="joins")
    joins = replace(joins, said={**joins.said, candidate: Silence.RECUSED})
    before, after = (
        count(one, rule, 1).standing.get(candidate)
        for one in (election, election.of((*election.ballots, joins)))
    )
    assert before == after


@pytest.mark.parametrize(
    ("rule", "silence", "share"),
    [
        (Approval(), Silence.ABSTAINED, 1),
        (Approval(), Silence.NOT_JUDGED, 1),
        (Approval(), Silence.RECUSED, 1),
        (OF_ALL, Silence.ABSTAINED, Fraction(1, 3)),
        (OF_ALL, Silence.NOT_JUDGED, Fraction(1, 3)),
        (OF_ALL, Silence.RECUSED, 1),
    ],
)
def test_of_whom_the_share_is(rule: Approval, silence: Silence, share: Fraction) -> None:
    """One yes of a voter of weight 1, and one of weight 2 who says nothing."""
    election = saying(approvals("ab", "a", "b"), 1, "a", silence)
    heavy = replace(election.ballots[1], weight=Fraction(2))
    found = count(election.of((election.ballots[0], heavy)), rule, 1)
    assert found.standing == {"a": share, "b": Fraction(2, 3)}


@pytest.mark.parametrize("rule", [Approval(), OF_ALL, SatisfactionApproval()], ids=named)
def test_whom_nobody_judged_has_no_figure_and_is_named(rule: CountingRule) -> None:
    """b has no yes at all, and a may not be judged by anyone: that is no 0%."""
    election = saying(approvals("abc", "c"), 0, "a", Silence.RECUSED)
    found = count(election, rule, 1)
    assert (found.chosen, found.left) == (("c",), ("b", "a"))
    assert {*found.standing} == {"b", "c"}
    assert found.steps[-1].facts == {"who": ("a",)}


@pytest.mark.parametrize("rule", SHARES, ids=named)
def test_lighter_seats_can_leave_a_group_without(rule: CountingRule) -> None:
    """One of five judged a and c, and wants them: cheap, and so both places are theirs.

    The other four want b. Where everybody judges everybody, b would be in.
    """
    full = approvals("abc", "ac", "b", "b", "b", "b")
    silent = full.of(
        (
            full.ballots[0],
            *(
                replace(ballot, said={**ballot.said, **dict.fromkeys("ac", Silence.NOT_JUDGED)})
                for ballot in full.ballots[1:]
            ),
        )
    )
    assert "b" in who(full, rule, 2)
    assert who(silent, rule, 2) == {"a", "c"}
    assert unheard(silent, "ac", 2)[0].candidates == ("b",)


def test_lighter_seats_can_leave_a_group_with_less_than_its_share_of_loads() -> None:
    """Three of weight 2 judged only b and e, and want both: worth two of the three places."""
    full = approvals("abcde", *["abcd"] * 3, *["be"] * 3, "ad")
    ballots = [
        replace(
            ballot,
            weight=Fraction(2) if 3 <= n < 6 else Fraction(1, 2),
            said={
                **ballot.said,
                **dict.fromkeys({3: "acd", 4: "acd", 5: "acd", 6: "be"}.get(n, ""), NOT_JUDGED),
            },
        )
        for n, ballot in enumerate(full.ballots)
    ]
    silent = full.of(tuple(ballots))
    assert who(silent, Phragmen(), 3) == {"a", "b", "d"}
    assert [(one.candidates, one.deserves) for one in unheard(silent, "abd", 3)] == [(("e",), 2)]


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
