"""What is said of ties that wait is what closing and going on refuse by, and no more."""

from __future__ import annotations

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.ties_wait import TiesWait, ties_wait
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, in_days, planned


def waits(here: Committee) -> TiesWait:
    return ties_wait(here.store, here.organiser, here.round, here.stage)


def test_each_is_said_from_when_it_keeps_a_stage_from_going_on(store: Store) -> None:
    here = planned(store)
    open_interests(store, here.organiser, here.round, here.stage)
    here.ties("School", c1=Tie.KNOWS)
    for name in ("Bank", "Gemeente", "Werkgevers"):
        here.ties(name)
    assert waits(here) == TiesWait()  # that somebody knows a company is told to nobody else yet
    open_votes(store, here.organiser, here.round, here.stage, until=in_days(7))
    assert waits(here) == TiesWait()
    school = here.members["School"]
    late_tie(store, school, here.round, here.stage, here.candidate(0), tie=Tie.PERSONAL)
    assert waits(here) == TiesWait(unruled=1)
    here.ruled("School", 0, Ruling.STAND)
    assert waits(here) == TiesWait()
    for one in here.members.values():
        send(store, one, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    assert waits(here) == TiesWait(unseen=True)
    here.see_ties()
    assert waits(here) == TiesWait()


def test_a_member_is_told_nothing_of_it(store: Store) -> None:
    here = planned(store)
    for one in here.members.values():
        with pytest.raises(RefusedError):
            ties_wait(store, one, here.round, here.stage)
