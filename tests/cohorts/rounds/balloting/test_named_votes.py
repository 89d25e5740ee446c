"""Votes by name: for an auditor alone, by an act with a reason, after the close."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cohorts.errors import CohortsError, InputError, RefusedError
from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.named_votes import named_votes, opened_before
from cohorts.rounds.balloting.reason_to_see import LONGEST, SHORTEST
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.people.mend import mend
from cohorts.rounds.roles import Role
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import Committee, judging
from tests.cohorts.rounds.staff import joined, rows

YES, NO = Judged(yes=True), Judged(yes=False)
WHY = "Bezwaar van 3 november, kenmerk 12"


def voted(store: Store) -> tuple[Committee, Actor]:
    """The first member changes their mind, and tells of a tie; the votes are closed."""
    here = judging(store)
    auditor = joined(store, here.organiser, "Controleur", here.round, Role.AUDITOR)
    school = here.members["School"]
    for once, judged in (("a", NO), ("b", YES)):
        cast(store, school, here.round, here.stage, here.candidate(0), judged=judged, once=once)
    tied = here.candidate(1)
    cast(store, school, here.round, here.stage, tied, judged=YES, once="c", note="Ken ik")
    late_tie(store, school, here.round, here.stage, tied, tie=Tie.PERSONAL)
    for member in here.members.values():
        send(store, member, here.round, here.stage)
    here.ruled("School", 1, Ruling.STAND, "Zo blijft het")
    return here, auditor


def closed(store: Store) -> tuple[Committee, Actor]:
    here, auditor = voted(store)
    close_votes(store, here.organiser, here.round, here.stage)
    return here, auditor


def test_every_version_with_when_and_how(store: Store) -> None:
    here, auditor = closed(store)
    found = named_votes(store, auditor, here.round, here.stage, reason=WHY)
    assert len(found) == 4 * 9
    assert all(a.applicant.casefold() <= b.applicant.casefold() for a, b in pairwise(found))
    changed = next(one for one in found if len(one.versions) == 2)
    assert (changed.member, changed.person) == ("School (School BV)", here.candidate(0))
    assert [one.judged for one in changed.versions] == [NO, YES]
    assert {(one.how, one.by) for one in changed.versions} == {("page", "School")}
    (tied,) = [one for one in found if one.recused]
    assert (tied.person, tied.versions[0].remark) == (here.candidate(1), "Ken ik")
    assert not list(doctor(store))


def test_it_is_told_who_voted_before_a_correction(store: Store) -> None:
    here, auditor = voted(store)
    person = here.candidate(0)
    mend(store, here.organiser, here.round, person, {"question": "Wie volgt mij op?"})
    gemeente = (store, here.members["Gemeente"], here.round, here.stage)
    cast(*gemeente, person, judged=YES, once="later")
    send(*gemeente)
    close_votes(store, here.organiser, here.round, here.stage)
    mend(store, here.organiser, here.round, here.candidate(1), {"question": "Na de sluiting"})
    found = named_votes(store, auditor, here.round, here.stage, reason=WHY)
    late = [(one.member, one.person) for one in found if one.corrected]
    assert late == [("School (School BV)", person)]


def test_of_one_objection_nothing_else_is_shown(store: Store) -> None:
    here, auditor = closed(store)
    person = here.candidate(0)
    found = named_votes(store, auditor, here.round, here.stage, reason=WHY, person=person)
    assert {one.person for one in found} == {person}
    (opened,) = opened_before(store, here.organiser, here.round)
    assert (opened.by, opened.person, opened.reason) == ("Controleur", person, WHY)
    last = events_since(store, here.organiser, here.round)[-1]
    assert last.act == "ballot.named"
    assert WHY not in str(last.said)
    assert "over één aanmelding" in last.sentence(Language.NL)


def test_nobody_else_and_nothing_before_the_close(store: Store) -> None:
    here, auditor = voted(store)
    others = [here.organiser, *here.members.values(), joined(store, here.organiser, "Wie")]
    before = rows(store)
    with pytest.raises(RefusedError):
        named_votes(store, auditor, here.round, here.stage, reason=WHY)
    assert rows(store) == before
    close_votes(store, here.organiser, here.round, here.stage)
    before = rows(store)
    for actor in others:
        with pytest.raises(RefusedError):
            named_votes(store, actor, here.round, here.stage, reason=WHY)
    assert rows(store) == before


@pytest.mark.parametrize("reason", ["", "x" * (SHORTEST - 1), " \u200b" * 40, "x" * (LONGEST + 1)])
def test_without_a_real_reason_nothing_opens(store: Store, reason: str) -> None:
    here, auditor = closed(store)
    before = rows(store)
    with pytest.raises(InputError):
        named_votes(store, auditor, here.round, here.stage, reason=reason)
    assert rows(store) == before


def test_a_member_audits_no_votes_of_their_own_committee(store: Store) -> None:
    here, _ = closed(store)
    school = here.members["School"]
    with store.writing() as connection:
        granted(connection, here.organiser, here.round, school, Role.AUDITOR)
    with pytest.raises(CohortsError) as error:
        named_votes(store, school, here.round, here.stage, reason=WHY)
    assert error.value.problems[0].code == "balloting.named_own"
