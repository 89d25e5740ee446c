"""Votes that the rule cannot count leave a stage alive: people decide, and everybody is told so."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from cohorts.committee.counting.best_committee import fits
from cohorts.committee.shortlisting.stage_outcome import Why
from cohorts.errors import InputError, Problem
from cohorts.reports.letters.letter import Outcome
from cohorts.reports.letters.of_stage import letters_of_stage
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.plan_stage import change_stage
from cohorts.rounds.judging.stage_head import Phase
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.rounds.standings.deviated import deviations_of
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.rounds.standings.standing_of import standing_of
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.balloting.a_committee import Committee, planned, scores_plan, yes_plan
from tests.cohorts.rounds.standings.ten_members import ten_of, vote

Said = Callable[[int, int], Judged | None]
"""(number of a member, of a candidate) → what they said."""
NL = Language.NL
HIGH = Judged(scores=(Fraction(4), Fraction(3)))


def _fit(**others: Any) -> StagePlan:
    stage = scores_plan().stage.model_dump() | {"rule": "judge_fit", **others}
    return scores_plan(stage=stage)


def _four_each(_: int, place: int) -> Judged | None:
    return HIGH if place < 4 else None


def _two_camps(member: int, place: int) -> Judged | None:
    return HIGH if (place < 4) is (member % 2 == 0) else None


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (_fit(), _four_each),
        (_fit(settings={"fewest": 2}), _two_camps),
        (_fit(places=None, joint=True), _four_each),
    ],
    ids=["too few read", "two camps", "too few read, and joint"],
)
def test_after_a_close_that_cannot_be_counted_people_decide(
    store: Store, plan: StagePlan, said: Said
) -> None:
    here = ten_of(store, plan)
    vote(here, said)
    of = (store, here.organiser, here.round)
    found = standing_of(*of, here.stage)
    judged = {here.candidate(n) for n in range(9) if any(said(m, n) for m in range(10))}
    assert found.uncounted
    assert not any(one.on or one.counted for one in found.people)
    assert {one.person for one in found.people if one.why == Why.UNCOUNTED} == judged
    taken = here.candidate(0)
    go_on(*of, here.stage, otherwise={taken: Otherwise(on=True, reason="de leden kozen haar")})
    found = standing_of(*of, here.stage)
    assert found.uncounted
    assert [(one.person, one.reason) for one in found.people if one.on] == [
        (taken, "de leden kozen haar")
    ]
    assert here.head.phase is Phase.DECIDED
    (deviated,) = deviations_of(*of)
    assert (deviated.uncounted, deviated.count) == (True, 1)
    _letters_say_so(here, len(judged) - 1)
    assert doctor(store) == ()


def _letters_say_so(here: Committee, uncounted: int) -> None:
    _, letters = letters_of_stage(here.store, here.organiser, here.round, here.stage, NL)
    told = [one.reason for one in letters if one.outcome is Outcome.NOT_ON]
    assert told.count(say("letter.why_uncounted", NL)) == uncounted
    assert len(told) == len(letters) - 1


def test_where_people_let_everybody_go_on_it_is_still_told_that_nothing_was_counted(
    store: Store,
) -> None:
    here = ten_of(store, _fit())
    vote(here, _four_each)
    every = dict.fromkeys(here.head.candidates, Otherwise(on=True, reason="zo"))
    go_on(store, here.organiser, here.round, here.stage, otherwise=every)
    found = standing_of(store, here.organiser, here.round, here.stage)
    assert found.uncounted
    assert all(one.on for one in found.people)


def test_what_can_be_counted_is_not_told_so(store: Store) -> None:
    here = ten_of(store, _fit())
    vote(here, lambda _, place: Judged(scores=(Fraction(1 + place % 5), Fraction(3))))
    found = standing_of(store, here.organiser, here.round, here.stage)
    assert not found.uncounted
    assert sum(one.on for one in found.people) == 4


def _refused(here: Committee) -> Problem:
    with pytest.raises(InputError) as error:
        open_interests(here.store, here.organiser, here.round, here.stage)
    assert here.head.phase is Phase.PLANNED
    return error.value.problems[0]


def _opens_as(here: Committee, plan: StagePlan) -> None:
    of = (here.store, here.organiser, here.round, here.stage)
    change_stage(*of, plan)
    open_interests(*of)
    assert here.head.phase is Phase.INTERESTS


def test_no_stage_opens_with_fewer_candidates_than_its_rule_asks(store: Store) -> None:
    """Of nine people ten cannot be read; nine can."""
    here = planned(store, _fit(settings={"fewest": 10}))
    problem = _refused(here)
    assert problem.code == "count_steps.too_few_to_read"
    assert problem.facts == {"dossiers": 9, "fewest": 10}
    _opens_as(here, _fit(settings={"fewest": 9}))


def test_no_stage_opens_whose_yes_may_be_too_much_to_count(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four members and four seats: 12 · (1 + 1/2 + 1/3 + 1/4) = 25 each; two yes: 2 + 1 = 3."""
    monkeypatch.setattr("cohorts.committee.counting.best_committee.LARGEST", 99)
    stage = yes_plan().stage.model_dump() | {"rule": "proportional_approval"}
    here = planned(store, yes_plan(stage=stage))
    problem = _refused(here)
    assert problem.code == "count_steps.proportional_approval_beyond"
    assert (problem.facts["seats"], problem.facts["most"]) == (4, 9)
    _opens_as(here, yes_plan(stage=stage | {"settings": {"most": 2}}))


def test_a_committee_of_ten_may_fill_forty_places_in_proportion() -> None:
    assert fits(10, 40)
    assert not fits(10, 41)
