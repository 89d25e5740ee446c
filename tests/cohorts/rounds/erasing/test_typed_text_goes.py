"""Whatever somebody may type into an act: of who is named in it, no byte stays after an erasure."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import set_setting
from cohorts.rounds.balloting.judge_again import give_up_second
from cohorts.rounds.balloting.send import send
from cohorts.rounds.calling.tick import tick
from cohorts.rounds.calling.ticks_asked import ask_ticks, ticks_asked
from cohorts.rounds.calling.ticks_of import ticks_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.mentions import mentions_of
from cohorts.rounds.judging.extend import extend
from cohorts.rounds.judging.extensions import extensions_of
from cohorts.rounds.judging.second_given_up import second_given_up
from cohorts.rounds.keeping.accountable import Accountable, say_accountable
from cohorts.rounds.keeping.due import due_of, erase_due
from cohorts.rounds.keeping.everything import EVERYTHING
from cohorts.rounds.keeping.times_kept import set_keeping
from cohorts.rounds.life.copy_round import copy
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.rename import rename
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.posting.contact import set_contact
from cohorts.rounds.posting.first_meeting import (
    FirstMeeting,
    first_meeting_of,
    set_first_meeting,
)
from cohorts.rounds.posting.remedy import remedy_of, set_remedy
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.doctor import doctor
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import in_days, judging, yes_plan
from tests.cohorts.rounds.erasing.traces import in_rows, on_disk, traces
from tests.cohorts.rounds.staff import begun
from tests.cohorts.rounds.test_every_act import FOUND

COMPANY = "Zonderling & Zonen"
MARK = "Zonderling"
TEXT = f"Bij {COMPANY}, Dam 1"
DAY = date(2027, 3, 3)
Of = tuple[Store, Actor, RoundKey]

SET: Mapping[str, Callable[[Of], object]] = {
    "life.rename.rename": lambda of: rename(*of, TEXT),
    "posting.contact.set_contact": lambda of: set_contact(*of, TEXT),
    "posting.first_meeting.set_first_meeting": lambda of: set_first_meeting(
        *of, FirstMeeting(DAY, time(14, 0), TEXT)
    ),
    "posting.remedy.set_remedy": lambda of: set_remedy(*of, dict.fromkeys(Language, TEXT)),
    "calling.ticks_asked.ask_ticks": lambda of: ask_ticks(*of, [TEXT, "paid"]),
    "keeping.accountable.say_accountable": lambda of: say_accountable(
        *of, Accountable("Het Bureau", TEXT, "AVG")
    ),
}
"""The acts that keep what is typed for the whole round."""
OF_A_STAGE = {"judging.extend.extend", "balloting.judge_again.give_up_second"}
"""Those with a reason that all can read."""
IN_NOTES = {
    *(
        "admitting.add_relation",
        "admitting.add_relations",
        "admitting.let_in",
        "balloting.cast",
        "balloting.named_votes",
    ),
    *("balloting.offer_help", "balloting.rule_on_tie", "calling.note_call", "changing"),
    *("conferring", "deciding", "interests.decide_tie", "interests.see_ties", "jobs.asking_for"),
    *("life.export_round", "meeting", "posting.write_letter", "boarding"),
}
"""What is typed there stands in notes; ``test_no_byte_left`` has one of each."""
NO_TEXT = {
    "asking": "fields of a programme, which is the same for many rounds",
    "calling.tick.tick": "one of the names that are asked",
    "erasing": "whom to look for",
    "judging.changed_stage": "the verb of its act",
    "keeping.due": "the name of a kind",
    "life.copy_round": "the name of another round, in which nobody is",
    "life.log_checked": "a head",
    "life.take_out": "what a page calls its own file",
    "people": "values of people and files of them, which go with these",
    "posting.keep_template": "a file that may name nobody",
    "proposing": "words of a search",
}
TEXTS = {
    *(
        "str",
        "Sequence[str]",
        "Sequence[str] | None",
        "Collection[str]",
        "Mapping[str, str]",
        "Mapping[Language, str]",
    ),
    *("Accountable", "FirstMeeting | None", "Coaches"),
}


def takes_text(function: Callable[..., Any]) -> bool:
    asked = list(inspect.signature(function).parameters.values())[3:]
    return any(one.annotation in TEXTS for one in asked)


def acts() -> set[str]:
    found = {name for name, one in FOUND.items() if takes_text(one)}
    return {name.removeprefix("cohorts.rounds.") for name in found if _writes(FOUND[name])}


def _writes(function: Callable[..., Any]) -> bool:
    source = inspect.getsource(inspect.getmodule(function))  # type: ignore[arg-type]
    return "doing" in source or "changed(" in source


def test_every_act_that_takes_a_text_is_known_here() -> None:
    known = {*SET, *OF_A_STAGE, *IN_NOTES, *NO_TEXT}
    unknown = {one for one in acts() if not any(_within(one, name) for name in known)}
    assert unknown == set()
    assert SET.keys() <= acts()


def _within(act_: str, name: str) -> bool:
    return act_ == name or act_.startswith(f"{name}.")


def in_a_round(store: Store) -> tuple[Of, PersonKey]:
    of = (store, *begun(store))
    take_in(*of, PEOPLE)
    her = next(iter(people_of(*of).who))
    mend(*of, her, {"company": COMPANY})
    return of, her


def erased(of: Of, her: PersonKey) -> None:
    found = mentions_of(*of, her)
    erase_person(*of, her, notes=[one.key for one in found.notes])


def left(store: Store) -> set[str]:
    return traces([MARK], *on_disk(store), *in_rows(store))


@pytest.mark.parametrize("name", SET)
def test_what_is_set_for_a_round(store: Store, name: str) -> None:
    of, her = in_a_round(store)
    SET[name](of)
    assert any(MARK in one.text for one in mentions_of(*of, her).notes)
    erased(of, her)
    assert left(store) == set()
    assert doctor(store) == ()


def test_only_what_was_typed_goes(store: Store) -> None:
    of, her = in_a_round(store)
    for one in SET.values():
        one(of)
    who = list(people_of(*of).who)[1]
    tick(*of, who, TEXT, on=True)
    tick(*of, who, "paid", on=True)
    assert first_meeting_of(*of) == FirstMeeting(DAY, time(14, 0), TEXT)
    assert remedy_of(*of).said[Language.NL] == TEXT
    assert ticks_asked(*of) == (TEXT, "paid")
    assert ticks_of(*of)[who] == {TEXT, "paid"}
    assert TEXT in [one for one in events_since(*of) if one.act == "round.rename"][-1].sentence(
        Language.NL
    )
    erased(of, her)
    assert left(store) == set()
    assert first_meeting_of(*of) == FirstMeeting(DAY, time(14, 0), "")
    said = remedy_of(*of)
    assert said.said == said.usual
    assert ticks_asked(*of) == ("paid",)
    (renamed,) = (one for one in events_since(*of) if one.act == "round.rename")
    assert renamed.sentence(Language.NL).endswith("gaf de ronde een andere naam.")
    assert doctor(store) == ()


def test_what_is_asked_again_keeps_whom_it_was_ticked_off_of(store: Store) -> None:
    of, _ = in_a_round(store)
    who = next(iter(people_of(*of).who))
    ask_ticks(*of, ["Pas"])
    tick(*of, who, "Pas", on=True)
    ask_ticks(*of, ["paid"])
    assert ticks_of(*of) == {who: {"Pas"}}
    ask_ticks(*of, ["Pas"])
    assert ticks_of(*of) == {who: {"Pas"}}
    tick(*of, who, "Pas", on=False)
    assert ticks_of(*of) == {}
    assert ticks_asked(*of[:2], copy(*of, "Najaar")) == ("Pas",)


def test_a_reason_that_all_can_read(store: Store) -> None:
    here = judging(store, yes_plan(second=True))
    of = (store, here.organiser, here.round)
    her = here.candidate(0)
    mend(*of, her, {"company": COMPANY})
    extend(*of, here.stage, until=in_days(30), reason=TEXT)
    chair, *_ = here.members.values()
    for one in here.members.values():
        send(store, one, here.round, here.stage)
    give_up_second(store, chair, here.round, here.stage, reason=TEXT)
    told = second_given_up(*of, here.stage)
    assert told is not None
    assert [told.reason, *(one.reason for one in extensions_of(*of, here.stage))] == [TEXT, TEXT]
    assert sum(TEXT in one.sentence(Language.NL) for one in events_since(*of)) == 2
    erased(of, her)
    assert left(store) == set()
    told = second_given_up(*of, here.stage)
    assert told is not None
    assert [told.reason, *(one.reason for one in extensions_of(*of, here.stage))] == ["", ""]
    assert doctor(store) == ()


def as_older_releases_kept_it(of: Of) -> None:
    first = {"day": DAY.isoformat(), "at": "", "place": TEXT}
    with act(*of, "letter.first_meeting", may=ORGANISERS, object_="first_meeting") as doing:
        set_setting(doing.connection, of[2], "first_meeting", first)
        doing.say({"first_meeting": first})
    with act(*of, "letter.contact", may=ORGANISERS, object_="contact") as doing:
        set_setting(doing.connection, of[2], "contact", "iemand anders")
        doing.say({"contact": "iemand anders"})


def test_what_an_older_release_kept(store: Store) -> None:
    of, her = in_a_round(store)
    as_older_releases_kept_it(of)
    assert first_meeting_of(*of) == FirstMeeting(DAY, None, TEXT)
    erased(of, her)
    assert left(store) == set()
    assert doctor(store) == ()
    assert "iemand anders" in b"".join(in_rows(store)).decode(errors="replace")


def test_and_with_everything_of_the_round(store: Store) -> None:
    of, _ = in_a_round(store)
    as_older_releases_kept_it(of)
    for one in SET.values():
        one(of)
    set_keeping(*of, datetime.now(UTC).date() + timedelta(days=20), {})
    (due,) = (one for one in due_of(*of) if one.kind == EVERYTHING)
    erase_due(*of, EVERYTHING, listed=due.count)
    assert traces([MARK, "iemand anders"], *on_disk(store), *in_rows(store)) == set()
    assert doctor(store) == ()
