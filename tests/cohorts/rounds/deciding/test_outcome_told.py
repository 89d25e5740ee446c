"""Members are told who can be placed, and who takes part only by a decision that stands."""

from __future__ import annotations

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.give import give
from cohorts.rounds.calling.calls_of import Called
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.deciding.outcome_told import OutcomeTold, Whom, outcome_told
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.standings.standing_of import StageStanding, standing_of
from cohorts.rounds.standings.who_sees import Sight
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of, joint_plan


def told(here: Committee, who: Actor) -> OutcomeTold:
    of = (here.store, who, here.round)
    return outcome_told(*of, here.stage, standing_of(*of, here.stage))


def called(here: Committee, people: set[PersonKey]) -> tuple[str, ...]:
    shown = people_of(here.store, here.organiser, here.round).shown
    return tuple(sorted((shown[who].label for who in people), key=str.casefold))


def placed(here: Committee) -> set[PersonKey]:
    seats = decided_seats(here.store, here.organiser, here.round)
    return {who for who, group in seats.items() if group is not None}


def test_who_takes_part_after_a_joint_step_is_told_by_the_decision_alone(store: Store) -> None:
    """Bank presides and sees the standing too; the school has a tie with the third."""
    here = chosen(store, joint_plan())
    member, school = here.members["Gemeente"], here.members["School"]
    everybody, tied = {*here.head.candidates}, {here.candidate(2)}
    before = OutcomeTold(Whom.CAN_BE_PLACED, called(here, everybody))
    assert told(here, member) == before
    assert told(here, school).names == called(here, everybody - tied)
    third = people_of(store, here.organiser, here.round).who[here.candidate(2)]
    decision = composed_of(here, pins={third.id: 1})
    inside = placed(here)
    assert tied < inside < everybody
    for one in (member, here.members["Bank"]):
        assert told(here, one) == OutcomeTold(Whom.TAKES_PART, called(here, inside))
    assert told(here, school) == OutcomeTold(Whom.TAKES_PART, called(here, inside - tied))
    reopen_decision(store, here.organiser, here.round, decision, reason="anders")
    assert told(here, member) == before


def test_who_left_since_is_not_told_as_taking_part(store: Store) -> None:
    here = chosen(store, joint_plan())
    composed_of(here)
    inside = placed(here)
    stopped, gone = sorted(inside)[:2]
    people = people_of(store, here.organiser, here.round)
    give(store, here.organiser, here.round, "gone", [people.who[stopped].id])
    assert told(here, here.members["Gemeente"]).names == called(here, inside - {stopped})
    withdraw(store, here.organiser, here.round, gone)
    inside -= {stopped, gone}
    assert told(here, here.members["Gemeente"]).names == called(here, inside)
    leaves = min(inside)
    note_call(store, here.organiser, here.round, leaves, Called.STOPPED)
    assert told(here, here.members["Gemeente"]).names == called(here, inside - {leaves})


def test_of_places_it_is_told_who_goes_on_whatever_is_decided(store: Store) -> None:
    here = chosen(store, yes_plan(places=3))
    before = told(here, here.members["Gemeente"])
    assert before.whom is Whom.GOES_ON
    composed_of(here)
    assert told(here, here.members["Gemeente"]) == before


def test_nothing_is_told_before_it_is_decided(store: Store) -> None:
    here = judging(store, joint_plan())
    stood = StageStanding(Sight.NOTHING, kept_from=False)
    with pytest.raises(RefusedError):
        outcome_told(store, here.members["Gemeente"], here.round, here.stage, stood)
