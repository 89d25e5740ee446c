"""By plain posts: who sits there no more, who was barred, what was closed, erased or withdrawn."""

from __future__ import annotations

import pytest

from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.rule_on_tie import rule_on_tie
from cohorts.rounds.balloting.send import send
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.roles import Role
from cohorts.store.store import Store
from tests.cohorts.pages.ballot.asked import Asking
from tests.cohorts.pages.ballot.browsing import address, answer, browser, entered
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan

POSTS = ("/antwoord", "/hulp")
FORMS = ("/insturen", "/belangen", "/toch-een-belang")


def refused_all(client: Asking, here: Committee, *statuses: int) -> None:
    """Every way to send something, each in words; nothing of it is kept."""
    for part in POSTS:
        told = client.post(address(here, part), json=answer(here, 0, "x", yes=True, help=True))
        assert told.status in statuses, part
        assert told.status == 401 or told.json["said"]
    for part in FORMS:
        said = {"person": here.candidate(0), "tie": "handles", f"tie_{here.candidate(0)}": "none"}
        told = client.post(address(here, part), data=said)
        assert told.status in (*statuses, 303), part
        assert told.status != 303 or told.location.startswith("/login")


def test_who_was_replaced_has_no_way_in(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    whose, link = invite(store, here.organiser, here.round, Invited("Provincie"))
    client = browser()
    client.post(f"/stem/{link}")
    assert client.get(address(here)).status == 200
    substitute(store, here.organiser, here.round, whose, Invited("Nieuw"))
    refused_all(client, here, 401)
    assert client.get(address(here, "/stand")).status == 401
    assert browser().post(f"/stem/{link}").status == 410


def test_who_was_replaced_and_has_another_role_is_told_so(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    client = entered(store, here, "School")
    school = here.members["School"]
    with store.writing() as connection:
        granted(connection, here.organiser, here.round, school, Role.AUDITOR)
    substitute(store, here.organiser, here.round, school.key, Invited("Nieuw"))
    refused_all(client, here, 403)
    told = client.post(address(here, "/antwoord"), json=answer(here, 0, "x", yes=True))
    assert "niet (meer) in deze commissie" in told.json["said"][0]
    assert client.get(address(here, "/bewijs")).status == 403


def test_whom_the_chair_ruled_out_sends_nothing_more(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    school, person = here.members["School"], here.candidate(3)
    client = entered(store, here, "School")
    client.post(address(here, "/antwoord"), json=answer(here, 0, "a", yes=True))
    late_tie(store, school, here.round, here.stage, person, tie=Tie.PERSONAL)
    of = (store, here.members["Bank"], here.round, here.stage)
    rule_on_tie(*of, member=school.key, person=person, ruling=Ruling.OUT, reason="Te dichtbij.")
    for part in POSTS:
        said = answer(here, 1, "b", yes=True, help=True)
        assert client.post(address(here, part), json=said).status == 409
    assert client.post(address(here, "/insturen")).status == 409
    stand = client.get(address(here, "/stand")).json
    assert (stand["dossiers"], stand["votes"]) == ({}, {})
    assert "data-person" not in client.get(address(here)).text


def test_after_the_close_nothing_is_taken(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    for one in here.members.values():
        send(store, one, here.round, here.stage)
    client = entered(store, here, "School")
    close_votes(store, here.organiser, here.round, here.stage)
    refused_all(client, here, 409)
    told = client.post(address(here, "/antwoord"), json=answer(here, 0, "x", yes=True))
    assert told.json["closed"]


@pytest.mark.parametrize("gone", ["erased", "withdrawn"])
def test_who_is_gone_is_as_one_that_never_was(store: Store, gone: str) -> None:
    here = judging(store, yes_plan(offers=True))
    client, person = entered(store, here), here.candidate(0)
    client.post(address(here, "/antwoord"), json=answer(here, 0, "a", yes=True, note="Sterk"))
    if gone == "erased":
        ballot = own_ballot(store, here.members["Bank"], here.round, here.stage)
        (one,) = (d.applicant for d in ballot.dossiers if d.person == person)
        erase_person(store, here.organiser, here.round, str(one.id))
    else:
        withdraw(store, here.organiser, here.round, person)
    found = []
    for who in (person, "0" * 16):
        for part in POSTS:
            said = {"stage": here.stage, "person": who, "once": who, "yes": True, "help": True}
            told = client.post(address(here, part), json=said)
            found.append((told.status, told.body))
        form = {"person": who, "tie": Tie.PERSONAL.value}
        told = client.post(address(here, "/toch-een-belang"), data=form)
        found.append((told.status, told.body))
    assert found[:3] == found[3:]
    for part in ("", "/stand", "/bewijs", "/niet-gelezen"):
        assert person not in client.get(address(here, part)).text
