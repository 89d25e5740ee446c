"""What a committee did with somebody: given to them without who, and gone with them."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from sqlalchemy import select

from cohorts.errors import RefusedError
from cohorts.rounds.accounts.grant import granted, withdrawn
from cohorts.rounds.accounts.revoke import revoke
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.receipts import own_receipts
from cohorts.rounds.balloting.ties_on_paper import late_tie_on_paper
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.erasing.look_at_one import Entry
from cohorts.rounds.erasing.mentions import mentions_of
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.members.invite import Invited
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.people.kept_people import people_in_store, people_of
from cohorts.rounds.roles import ORGANISERS, Role
from cohorts.rounds.standings.go_on import go_on
from cohorts.rounds.standings.votes_counted import counted_in
from cohorts.store.clock import now
from cohorts.store.doctor import doctor
from cohorts.store.keys import new_key
from cohorts.store.store import Store
from cohorts.store.tables import minute, note, passed
from cohorts.words import Language, say
from tests.cohorts.rounds import a_judged_round
from tests.cohorts.rounds.balloting.a_committee import Committee, judging
from tests.cohorts.rounds.erasing.test_erase_person import everything
from tests.cohorts.rounds.staff import joined, rows

JUDGED = ("judged", "offers", "minutes", "notes")


def told(here: Committee, place: int, by: Actor | None = None) -> dict[str, list[Entry]]:
    """What is said of a candidate that a committee did."""
    id_ = people_of(here.store, here.organiser, here.round).keys.ids[here.candidate(place)]
    held = held_about(here.store, by or here.organiser, here.round, id_, Language.NL)
    return {name: held.entries[name] for name in JUDGED}


def texts(entries: list[Entry]) -> list[str]:
    return [" ".join([one["what"], one.get("note", "")]).strip() for one in entries]


def test_nothing_of_it_is_told_while_votes_are_taken(store: Store) -> None:
    here = a_judged_round.voting(store)
    cas = joined(store, here.organiser, "Cas", here.round, Role.AUDITOR)
    for by in (here.organiser, cas):
        for place in (0, 1, 8):
            found = told(here, place, by)
            (one,) = found.pop("judged")
            assert one["what"].startswith("In stap 1 (Stemming) wordt deze persoon nu beoordeeld.")
            assert found == {"offers": [], "minutes": [], "notes": []}


def test_after_the_close_it_is_told_without_who(store: Store) -> None:
    here = a_judged_round.decided(store)
    first, second, last = (told(here, place) for place in (0, 1, 8))
    assert texts(first["judged"])[1:] == [
        say("erasing.ties", Language.NL),
        "Ging door na stap 1.",
    ]
    assert texts(second["judged"])[1:] == [
        "Ging niet door na stap 1. Zo besloten mensen, anders dan geteld was. wil iets anders"
    ]
    assert second["offers"] == sorted(
        (
            {"what": "Een lid van de commissie biedt hulp aan.", "note": f"help van {name}"}
            for name in here.members
        ),
        key=lambda one: one["note"],
    )
    assert "past in de streek" in texts(last["judged"])[-1]
    assert first["notes"] == second["notes"] == last["notes"] == []
    said = json.dumps([first, second["judged"], last])
    assert not any(name in said or one.key in said for name, one in here.members.items())
    assert "Een stem" not in said


def test_an_auditor_is_given_each_vote_in_an_order_that_tells_nothing(store: Store) -> None:
    here = a_judged_round.closed(store)
    cas = joined(store, here.organiser, "Cas", here.round, Role.AUDITOR)
    votes = [text for text in texts(told(here, 1, cas)["judged"]) if text.startswith("Een stem")]
    assert votes == ["Een stem: Ja"] * 2 + ["Een stem: Nee"] * 2
    first = [text for text in texts(told(here, 0, cas)["judged"]) if text.startswith("Een stem")]
    assert first == ["Een stem: Ja"] * 2 + ["Een stem: Nee"]  # School has a tie
    assert told(here, 1, cas)["offers"] == []


def test_who_organises_or_sits_beside_it_is_given_no_votes(store: Store) -> None:
    """Also who left the committee, with the role of auditor alone."""
    here = a_judged_round.closed(store)
    anna = here.organiser
    dora = joined(store, anna, "Dora", here.round, Role.ORGANISER)
    school, bank = here.members["School"], here.members["Bank"]
    with store.writing() as connection:
        for one in (dora, school, bank):
            granted(connection, anna, here.round, one, Role.AUDITOR)
    substitute(store, anna, here.round, bank.key, Invited("Later"))
    with store.writing() as connection:
        withdrawn(connection, anna, here.round, bank)
        granted(connection, anna, here.round, bank, Role.AUDITOR)
    for one in (dora, school, bank):
        held = texts(told(here, 1, one)["judged"])
        assert held
        assert not any(text.startswith("Een stem") for text in held), one.name


def test_who_is_kept_from_somebody_is_told_nothing_of_them(store: Store) -> None:
    """School has a tie with the first, and organises as well."""
    here = a_judged_round.closed(store)
    school = here.members["School"]
    with store.writing() as connection:
        granted(connection, here.organiser, here.round, school, Role.ORGANISER)
    with pytest.raises(RefusedError) as error:
        told(here, 0, school)
    assert error.value.problems[0].code == "standings.kept_from"
    assert told(here, 1, school)


def test_what_was_minuted_is_told_where_it_names_them(store: Store) -> None:
    here = a_judged_round.decided(store)
    people = people_of(store, here.organiser, here.round)
    name = people.who[here.candidate(2)].label
    tie = {"member": here.members["Bank"].key, "person": here.candidate(1), "bars": False}
    for kind, value, text in (
        ("remark", {"person": here.candidate(1)}, f"{name} kent dit bedrijf"),
        ("shown", {"person": here.candidate(1)}, ""),
        ("tie", tie, "Bank is klant"),
    ):
        minuted(here, kind, value, text)
    assert texts(told(here, 1)["minutes"]) == [
        "iemand anders kent dit bedrijf",
        "Bij de bespreking van deze persoon is iets genotuleerd, zonder tekst.",
    ]
    assert texts(told(here, 2)["minutes"]) == [f"{name} kent dit bedrijf"]
    assert told(here, 1)["notes"] == []


def minuted(here: Committee, kind: str, value: Mapping[str, object], text: str) -> None:
    """A line of the minutes, within some act."""
    with act(
        here.store, here.organiser, here.round, "round.rename", may=ORGANISERS, object_="round"
    ) as doing:
        key = new_key() if text else None
        if text:
            noted = {"key": key, "round": here.round, "person": None, "text": text}
            doing.connection.execute(note.insert(), noted)
        number = len(doing.connection.execute(select(minute.c.number)).all()) + 1
        line: dict[str, object] = {"round": here.round, "number": number, "kind": kind}
        line |= {"value": json.dumps(value), "note": key, "at": now(), "by": here.organiser.key}
        doing.connection.execute(minute.insert(), line)


@pytest.mark.parametrize("place", [0, 8])
def test_what_was_voted_stays_under_the_key(store: Store, place: int) -> None:
    here = a_judged_round.closed(store)
    who, bank = here.candidate(place), here.members["Bank"]
    votes, sent = rows(store)["vote"], rows(store)["sent"]
    receipts = own_receipts(store, bank, here.round, here.stage)
    ids = people_of(store, here.organiser, here.round).keys.ids
    erase_person(store, here.organiser, here.round, ids[who])
    with store.reading() as connection:
        left = people_in_store(connection, store.url, here.round)
        counted = counted_in(connection, here.round, here.head, left)
    assert who not in counted.election.candidates
    assert (rows(store)["vote"], rows(store)["sent"]) == (votes, sent)
    assert own_receipts(store, bank, here.round, here.stage) == receipts
    if who != here.candidate(0):
        here.see_ties()
    go_on(store, here.organiser, here.round, here.stage)
    with store.reading() as connection:
        gone = connection.execute(select(passed.c.on, passed.c.why).where(passed.c.person == who))
    assert [tuple(row) for row in gone] == [(False, "stopped")]


HER = ("Smederij Harmelink", "Bert Harmelink", "Harmelink")


def test_no_byte_of_what_members_wrote_of_her_stays(store: Store) -> None:
    """Also in notes about others: nobody may read those, so they go unasked; the rest is asked."""
    here = a_judged_round.decided(store, HER[0])
    people = people_of(store, here.organiser, here.round)
    who = next(one for one, applicant in people.who.items() if applicant.company == HER[0])
    asked = mentions_of(store, here.organiser, here.round, people.keys.ids[who])
    reasons = {1: "wil iets anders", 8: "past in de streek"}
    others = {text for place, text in reasons.items() if here.candidate(place) != who}
    assert {one.text for one in asked.notes} == {f"{HER[0]} {text}" for text in others}
    chosen = [one.key for one in asked.notes]
    erase_person(store, here.organiser, here.round, people.keys.ids[who], notes=chosen)
    left = everything(store)
    assert [word for word in HER if word.encode() in left] == []
    assert own_receipts(store, here.members["Bank"], here.round, here.stage)


@pytest.mark.parametrize("paper", [False, True])
def test_no_tie_of_a_member_is_found_by_who_applied_and_its_reason_goes(
    store: Store, *, paper: bool
) -> None:
    """Neither in what they are given, nor in the log that is kept of them."""
    here = judging(store)
    of, person = (store, here.organiser, here.round), here.candidate(0)
    member = here.members["School"]
    if paper:
        on = (*of, here.stage, member.key)
        late_tie_on_paper(*on, person=person, tie=Tie.PERSONAL)
    else:
        late_tie(store, member, here.round, here.stage, person, tie=Tie.PERSONAL)
    here.ruled("School", 0, Ruling.STAND, "De school sprak met *Molen*")
    assert not [one for one in events_since(*of) if one.about and one.act.startswith("interest")]
    id_ = people_of(*of).keys.ids[person]
    for by in (here.organiser, joined(store, here.organiser, "Cas", here.round, Role.AUDITOR)):
        held = str(held_about(store, by, here.round, id_, Language.NL).as_json())
        assert "School" not in held
        assert "sprak met" not in held
    erase_person(*of, id_)
    assert b"sprak met" not in everything(store)
    revoke(store, here.organiser, member.key)
    assert not list(doctor(store))
