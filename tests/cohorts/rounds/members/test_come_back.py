"""Who left a committee comes back only where no vote and no count changes by it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest

from cohorts.errors import InputError
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.election_of import election_of
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import change_stage, plan_stage
from cohorts.rounds.judging.stage_head import stages_in
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.invite import Invited
from cohorts.rounds.members.invite_known import invite_known, known_by_name
from cohorts.rounds.members.member import Member, Position, members_of
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import (
    Committee,
    in_days,
    judging,
    planned,
    yes_plan,
)

YES = Judged(yes=True)
SCHOOL = Invited("School", organisation="School BV")


class Case(NamedTuple):
    """What happened while School sat, and once School had left."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    may: bool


CASES = {
    "nothing opened": Case((), (), may=True),
    "closed while away": Case(("judge",), ("close",), may=True),
    "closed before": Case(("judge", "close"), (), may=True),
    "voted, still open": Case(("judge", "vote"), (), may=False),
    "voted, closed while away": Case(("judge", "vote"), ("close",), may=True),
    "closed before and while away": Case(("judge", "close", "next"), ("close",), may=False),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_who_comes_back(store: Store, case: Case) -> None:
    here = planned(store) if "judge" not in case.before else judging(store)
    for act in case.before:
        here = _done(here, act)
    of = (store, here.organiser, here.round)
    school = here.members["School"].key
    substitute(*of, school, Invited("Later"))
    for act in case.after:
        here = _done(here, act)
    counted = _voters(here)
    if not case.may:
        with pytest.raises(InputError) as error:
            known_by_name(*of, SCHOOL)
        assert error.value.problems[0].code == "members.sat_before"
        with pytest.raises(InputError):
            invite_known(*of, SCHOOL, school)
        assert _seat(here).left_at
        return
    assert known_by_name(*of, SCHOOL) is not None
    assert invite_known(*of, SCHOOL, school)
    assert _seat(here).left_at is None
    assert _voters(here) == counted
    assert doctor(store) == ()


def test_nobody_comes_back_in_another_position_than_they_judged_in(store: Store) -> None:
    """A screener judges in no stage for all, so the closed count would lose a voter."""
    here = _done(judging(store), "close")
    of, school = (store, here.organiser, here.round), here.members["School"].key
    counted = _voters(here)
    substitute(*of, school, Invited("Later"))
    with pytest.raises(InputError) as error:
        invite_known(*of, replace(SCHOOL, position=Position.SCREENER), school)
    assert error.value.problems[0].code == "members.sat_before"
    assert _voters(here) == counted
    assert invite_known(*of, SCHOOL, school)
    assert _voters(here) == counted


def test_who_judged_in_anothers_place_comes_back_in_it(store: Store) -> None:
    """The stage is for the town alone, and Rabo judged as who came in its place."""
    here = planned(store)
    of = (store, here.organiser, here.round)
    town = here.members["Gemeente"].key
    change_stage(*of, here.stage, yes_plan(judges=(town,)))
    rabo, _ = substitute(*of, town, Invited("Rabo"))
    open_interests(*of, here.stage)
    judge = Actor(rabo, "Rabo")
    declare(store, judge, here.round, here.stage, dict.fromkeys(here.head.candidates, Tie.NONE))
    open_votes(*of, here.stage, until=in_days(7))
    send(store, judge, here.round, here.stage)
    close_votes(*of, here.stage)
    assert _voters(here) == [{rabo}]
    substitute(*of, rabo, Invited("Later"))
    school = here.members["School"].key
    with pytest.raises(InputError):  # then they would have judged for School
        substitute(*of, school, Invited("Rabo", organisation="Rabo"), known=rabo)
    assert invite_known(*of, Invited("Rabo", organisation="Rabo"), rabo)
    assert _voters(here) == [{rabo}]


def test_nobody_takes_their_own_place(store: Store) -> None:
    here = planned(store)
    school = here.members["School"].key
    with pytest.raises(InputError) as error:
        substitute(store, here.organiser, here.round, school, SCHOOL, known=school)
    assert error.value.problems[0].code == "members.sits_already"
    assert _seat(here).left_at is None


def _done(here: Committee, act: str) -> Committee:
    """Everybody who sits sends in before the close; ``next``: decided, and one more stage open."""
    of = (here.store, here.organiser, here.round)
    if act == "vote":
        member, person = here.members["School"], here.candidate(0)
        cast(here.store, member, here.round, here.stage, person, judged=YES, once="een")
    if act == "close":
        for one in _sitting(here):
            send(here.store, one, here.round, here.stage)
        close_votes(*of, here.stage)
    if act == "next":
        on = Otherwise(on=True, reason="zo")
        go_on(*of, here.stage, otherwise={here.candidate(0): on})
        here = replace(here, stage=plan_stage(*of, yes_plan(places=1)))
        open_interests(*of, here.stage)
        for one in _sitting(here):
            said = dict.fromkeys(here.head.candidates, Tie.NONE)
            declare(here.store, one, here.round, here.stage, said)
        open_votes(*of, here.stage, until=in_days(7))
    return here


def _sitting(here: Committee) -> list[Actor]:
    found = members_of(here.store, here.organiser, here.round)
    return [Actor(one.key, one.name) for one in found if one.left_at is None]


def _seat(here: Committee) -> Member:
    found = members_of(here.store, here.organiser, here.round)
    return next(one for one in found if one.name == "School")


def _voters(here: Committee) -> list[set[str]]:
    """Of every closed stage, whose ballots were counted."""
    with here.store.reading() as connection:
        people = people_in_store(connection, here.store.url, here.round)
        closed = [one for one in stages_in(connection, here.round) if one.closed_at]
        elections = [election_of(connection, here.round, one, people) for one in closed]
    return [{ballot.voter for ballot in one.ballots} for one in elections]
