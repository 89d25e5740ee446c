"""Votes are not closed before somebody ruled what every late tie means."""

from __future__ import annotations

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.rule_on_tie import rule_on_tie
from cohorts.rounds.balloting.send import send
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_head import Phase
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.first_visit import begin
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.members.member import Position
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, judging


def tied(store: Store, *members: str) -> Committee:
    """All have sent in; some have a tie with ``c0`` after all."""
    here = judging(store)
    for member in here.members.values():
        send(store, member, here.round, here.stage)
    for name in members:
        where = (store, here.members[name], here.round, here.stage, here.candidate(0))
        late_tie(*where, tie=Tie.PERSONAL)
    return here


def why_not_closed(here: Committee) -> str:
    """The code of the refusal; "" where it closes."""
    try:
        close_votes(here.store, here.organiser, here.round, here.stage)
    except RefusedError as error:
        (problem,) = error.problems
        return problem.code
    return ""


def ruled(here: Committee, by: Actor, whose: str) -> None:
    of = (here.store, by, here.round, here.stage)
    whom, person = here.members[whose].key, here.candidate(0)
    rule_on_tie(*of, member=whom, person=person, ruling=Ruling.STAND, reason="Zo.")


def test_it_closes_once_the_chair_ruled(store: Store) -> None:
    here = tied(store, "School", "Gemeente")
    for name in ("School", "Gemeente"):
        assert why_not_closed(here) == "interests.unruled"
        ruled(here, here.members["Bank"], name)
    assert why_not_closed(here) == ""
    assert here.head.phase is Phase.CLOSED


def test_where_the_chair_may_not_a_deputy_is_invited(store: Store) -> None:
    here = tied(store, "Bank")
    assert why_not_closed(here) == "interests.nobody_rules"
    _, link = invite(store, here.organiser, here.round, Invited("Raad", Position.DEPUTY))
    begun = begin(store, link)
    deputy = who(store, begun[0]) if begun else None
    assert deputy is not None
    send(store, deputy, here.round, here.stage)
    assert why_not_closed(here) == "interests.unruled"
    with pytest.raises(RefusedError):
        ruled(here, here.members["Bank"], "Bank")
    ruled(here, deputy, "Bank")
    assert why_not_closed(here) == ""


def test_of_who_was_erased_nothing_is_ruled(store: Store) -> None:
    here = tied(store, "School")
    ids = people_of(store, here.organiser, here.round).keys.ids
    erase_person(store, here.organiser, here.round, ids[here.candidate(0)])
    with pytest.raises(RefusedError):
        ruled(here, here.members["Bank"], "School")
    assert why_not_closed(here) == ""
