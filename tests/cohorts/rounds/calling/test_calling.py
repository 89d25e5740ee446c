"""Who was called and what they said, what is ticked off of whom; on both databases."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from cohorts.errors import InputError, RefusedError, StaleError
from cohorts.forms.fault import fault_of
from cohorts.people.applicant import Status
from cohorts.programme.frozen import deciding, frozen
from cohorts.programme.programme import Programme, load_programme
from cohorts.programme.ticked_off import USUAL
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.calling.calls_of import Called, calls_of
from cohorts.rounds.calling.note_call import note_call
from cohorts.rounds.calling.tick import tick
from cohorts.rounds.calling.ticks_asked import ask_ticks, ticks_asked, ticks_left
from cohorts.rounds.calling.ticks_of import ticks_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.log_checked import log_checked
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.roles import Role
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import with_people
from tests.cohorts.rounds.balloting.a_committee import planned
from tests.cohorts.rounds.staff import rows

PEOPLE = (
    b"id,company,name,status\n"
    b"a1,Molen,Jo Aalderink,probable\n"
    b"a2,Smederij,Bert Harmelink,signed\n"
    b"a3,Kapper,An Nijhof,approached\n"
)
Of = tuple[Store, Actor, RoundKey]


@pytest.fixture
def of(store: Store) -> Of:
    return store, *with_people(store, PEOPLE)


def who(of: Of) -> tuple[KeptPeople, list[PersonKey]]:
    kept = people_of(*of)
    return kept, sorted(kept.who, key=lambda key: kept.who[key].id)


def test_each_call_is_one_more(of: Of) -> None:
    _, (jo, bert, _) = who(of)
    until = datetime.now(UTC) + timedelta(days=7)
    note_call(*of, jo, Called.NO_ANSWER)
    note_call(*of, bert, Called.NO)
    note_call(*of, jo, Called.THINKING, until=until, remark=" belt zelf\u200b ")
    calls = calls_of(*of)
    assert [one.state for one in calls[jo]] == [Called.NO_ANSWER, Called.THINKING]
    last = calls[jo][-1]
    assert (last.remark, last.by) == ("belt zelf", "Anna")
    assert last.until is not None
    assert abs(datetime.fromisoformat(last.until) - until) < timedelta(seconds=1)
    assert [(one.state, one.until) for one in calls[bert]] == [(Called.NO, None)]
    said = [one.sentence(Language.NL) for one in events_since(*of)][-1]
    assert said == "Anna schreef op wat een telefoontje opleverde."


def test_who_commits_is_confirmed_and_nobody_is_made_less_sure(of: Of) -> None:
    before, people = who(of)
    for person in people:
        note_call(*of, person, Called.COMMITTED)
    after, _ = who(of)
    statuses = [after.who[person].status for person in people]
    assert statuses == [Status.CONFIRMED, Status.SIGNED, Status.CONFIRMED]
    assert after.version == before.version + 2
    assert after.typed[people[0]].cells == {"status": "confirmed"}


@pytest.mark.parametrize("state", [Called.NO, Called.STOPPED])
def test_who_says_no_after_all_is_counted_on_no_more(of: Of, state: Called) -> None:
    _, (jo, bert, an) = who(of)
    for person in (jo, bert, an):
        note_call(*of, person, Called.COMMITTED)
        note_call(*of, person, Called.NO_ANSWER)
        note_call(*of, person, state)
    after, _ = who(of)
    statuses = [after.who[person].status for person in (jo, bert, an)]
    # who signed is taken out of the round, or is in it
    assert statuses == [Status.APPROACHED, Status.SIGNED, Status.APPROACHED]
    note_call(*of, jo, Called.COMMITTED)
    assert who(of)[0].who[jo].status is Status.CONFIRMED


def test_of_a_round_without_statuses_none_is_made_up(store: Store) -> None:
    of = (store, *with_people(store))
    before, people = who(of)
    note_call(*of, people[0], Called.COMMITTED)
    assert who(of)[0].version == before.version


@pytest.mark.parametrize("days", [None, -1, 201])
def test_time_to_think_ends_on_a_day_to_come(of: Of, days: int | None) -> None:
    _, (jo, *_) = who(of)
    until = None if days is None else datetime.now(UTC) + timedelta(days=days)
    before = rows(of[0])
    with pytest.raises(InputError) as error:
        note_call(*of, jo, Called.THINKING, until=until)
    assert error.value.problems[0].code == "calling.no_until"
    assert rows(of[0]) == before


def test_nobody_is_called_who_is_not_there(of: Of) -> None:
    _, (jo, bert, _) = who(of)
    erase_person(*of, "a1")
    for stranger in (jo, PersonKey(Key("f" * 16))):
        with pytest.raises(InputError) as error:
            note_call(*of, stranger, Called.NO)
        assert error.value.problems[0].code == "people.not_there"
        with pytest.raises(InputError):
            tick(*of, stranger, "paid", on=True)
    withdraw(*of, bert)
    note_call(*of, bert, Called.STOPPED)  # who withdrew may be called too
    with pytest.raises(InputError) as error:
        note_call(*of, bert, Called.NO, remark="x" * 2_001)
    assert error.value.problems[0].code == "calling.too_long"


def test_a_call_that_saw_an_older_list_is_refused(of: Of) -> None:
    _, (jo, *_) = who(of)
    seen = note_call(*of, jo, Called.NO_ANSWER)
    note_call(*of, jo, Called.NO, seen=seen)
    with pytest.raises(StaleError):
        note_call(*of, jo, Called.COMMITTED, seen=seen)


def test_what_is_ticked_off(of: Of) -> None:
    _, (jo, bert, _) = who(of)
    assert ticks_asked(*of) == USUAL
    tick(*of, jo, "paid", on=True)
    tick(*of, jo, "secrecy", on=True)
    tick(*of, jo, "paid", on=False)
    assert ticks_of(*of) == {jo: {"secrecy"}}
    with pytest.raises(InputError) as error:
        tick(*of, bert, "hat", on=True)
    assert error.value.problems[0].code == "calling.no_tick"
    ask_ticks(*of, ["paid", " hoed\u200b ", "", "hoed"])
    assert ticks_asked(*of) == ("paid", "hoed")
    tick(*of, bert, "hoed", on=True)
    assert ticks_of(*of) == {jo: {"secrecy"}, bert: {"hoed"}}
    ask_ticks(*of, [])
    assert ticks_asked(*of) == ()


def with_ticks(names: list[str]) -> Programme:
    table = frozen(load_programme("spp-pilot"))
    return Programme.model_validate(table | {"ticks": names})


def test_a_programme_names_its_own(of: Of) -> None:
    """Until the round says otherwise; they decide nothing about groups."""
    _, (jo, *_) = who(of)
    own = with_ticks(["paid", " intake  gehad", "paid", "VOG"])
    assert own.ticks == ("paid", "intake gehad", "VOG")
    assert deciding(frozen(own)) == deciding(frozen(load_programme("spp-pilot")))
    choose_programme(*of, own)
    assert ticks_asked(*of) == own.ticks
    tick(*of, jo, "VOG", on=True)
    assert ticks_of(*of) == {jo: {"VOG"}}
    with pytest.raises(InputError):
        tick(*of, jo, "secrecy", on=True)
    ask_ticks(*of, ["secrecy"])
    assert ticks_asked(*of) == ("secrecy",)
    ask_ticks(*of, [])
    assert ticks_asked(*of) == ()


def test_a_round_that_emptied_its_own_goes_back_to_those_of_its_programme(of: Of) -> None:
    """And goes by them from then on, whatever they become."""
    assert ticks_left(*of) == ()
    ask_ticks(*of, [])
    assert ticks_left(*of) == USUAL
    ask_ticks(*of, None)
    assert ticks_asked(*of) == USUAL
    assert ticks_left(*of) == ()
    choose_programme(*of, with_ticks(["VOG"]))
    assert ticks_asked(*of) == ("VOG",)
    assert [one.act for one in events_since(*of)].count("ticks.ask") == 2


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        (["x" * 41], "ticks.0: deze tekst is te lang"),
        ([f"t{n}" for n in range(9)], "ticks: hier staan er te veel"),
        (["VOG", " "], "ticks.1: hier hoort een tekst die niet leeg is"),
    ],
)
def test_what_a_programme_names_fits(names: list[str], fault: str) -> None:
    with pytest.raises(ValidationError) as error:
        with_ticks(names)
    assert fault_of(error.value)[Language.NL] == fault


@pytest.mark.parametrize("names", [["x" * 41], [f"t{n}" for n in range(9)]])
def test_what_is_asked_to_tick_off_fits(of: Of, names: list[str]) -> None:
    with pytest.raises(InputError) as error:
        ask_ticks(*of, names)
    assert error.value.problems[0].code == "calling.ticks_many"
    assert ticks_asked(*of) == USUAL


def test_it_is_told_to_them_and_goes_with_them(of: Of) -> None:
    _, (jo, bert, _) = who(of)
    remark = "Wil met Bert Harmelink in zee, tel. 0612345678"
    until = datetime.now(UTC) + timedelta(days=7)
    note_call(*of, jo, Called.THINKING, until=until, remark=remark)
    note_call(*of, bert, Called.NO, remark="Verhuist")
    tick(*of, jo, "paid", on=True)
    tick(*of, jo, "secrecy", on=False)
    held = held_about(*of, "a1", Language.NL).entries
    (call,) = held["calls"]
    assert (call["what"], call["by"]) == ("Bedenktijd", "Anna")
    assert call["note"] == "Wil met iemand anders in zee, tel. 0612345678"
    assert call["until"]
    ticks = [one["what"] for one in held["ticks"]]
    assert ticks == [
        "Afgevinkt: bijdrage betaald.",
        "Niet meer afgevinkt: geheimhouding getekend.",
    ]
    assert held["notes"] == []  # it is told once
    assert "Verhuist" not in json.dumps(held)
    erase_person(*of, "a1")
    assert "0612345678" not in str(rows(of[0]))
    assert calls_of(*of)[jo][0].remark == ""
    assert calls_of(*of)[bert][0].remark == "Verhuist"
    assert log_checked(*of).problems == ()


def test_a_tie_keeps_an_organiser_who_judges_from_it(store: Store) -> None:
    here = planned(store)
    open_interests(store, here.organiser, here.round, here.stage)
    here.ties("School", c2=Tie.HANDLES)
    school, tied, other = here.members["School"], here.candidate(2), here.candidate(0)
    add_person(store, here.organiser, "School", here.round, Role.ORGANISER)
    mine, of = (store, school, here.round), (store, here.organiser, here.round)
    with pytest.raises(RefusedError) as error:
        note_call(*mine, tied, Called.NO)
    assert error.value.problems[0].code == "standings.kept_from"
    with pytest.raises(RefusedError) as error:
        tick(*mine, tied, "paid", on=True)
    assert error.value.problems[0].code == "standings.kept_from"
    for person in (tied, other):
        note_call(*of, person, Called.NO, remark="zo")
        tick(*of, person, "paid", on=True)
    assert calls_of(*mine).keys() == ticks_of(*mine).keys() == {other}
    assert calls_of(*of).keys() == ticks_of(*of).keys() == {tied, other}
