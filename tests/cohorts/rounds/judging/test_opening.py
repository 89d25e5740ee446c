"""Who takes part is known before a stage opens, and is who can be chosen once it did."""

from __future__ import annotations

from cohorts.committee.shortlisting.stage_outcome import Why
from cohorts.rounds.asking.give import give
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.opening import opening_of
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import stages_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import planned, yes_plan


def test_it_is_who_can_be_chosen_once_it_opened(store: Store) -> None:
    here = planned(store)
    of = (store, here.organiser, here.round)
    gone = people_of(*of).applicants[0]
    give(*of, "gone", [gone.id])
    opening = opening_of(*of, here.head)
    assert opening is not None
    assert [(one.applicant.id, one.why) for one in opening.left] == [(gone.id, Why.STOPPED)]
    assert len(opening.candidates) == len(people_of(*of).applicants) - 1
    open_interests(*of, here.stage)
    assert here.head.candidates == opening.candidates


def test_it_is_not_known_before_the_stage_before_is_decided(store: Store) -> None:
    here = planned(store)
    of = (store, here.organiser, here.round)
    plan_stage(*of, yes_plan(places=2))
    assert opening_of(*of, stages_of(*of)[1]) is None
