"""Of a text that went with whom it names: no digest gives it away, and no key stands for it."""

from __future__ import annotations

import re
from time import sleep

from sqlalchemy import insert

from cohorts.rounds.act import act
from cohorts.rounds.balloting.named_votes import named_votes, opened_before
from cohorts.rounds.calling.tick import tick
from cohorts.rounds.calling.ticks_asked import ask_ticks
from cohorts.rounds.calling.ticks_of import ticks_of
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.erasing.mentions import mentions_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.roles import ORGANISERS, Role
from cohorts.store.canonical import digest
from cohorts.store.clock import now
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from cohorts.store.tables import ticked
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import judging, yes_plan
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of
from tests.cohorts.rounds.erasing.test_typed_text_goes import (
    COMPANY,
    SET,
    TEXT,
    erased,
    in_a_round,
    left,
)
from tests.cohorts.rounds.erasing.traces import in_rows
from tests.cohorts.rounds.staff import begun, joined


def guessed(store: Store, *texts: str) -> set[str]:
    """Which of these a digest in any row gives away, with a key that stands in any row."""
    rows = b" ".join(in_rows(store)).decode(errors="replace")
    keys = set(re.findall(r"\b[0-9a-f]{16}\b", rows))
    return {one for one in texts if any(digest(one, key) in rows for key in keys)}


def test_nor_can_it_be_guessed_from_what_the_log_keeps(store: Store) -> None:
    of, her = in_a_round(store)
    for one in SET.values():
        one(of)
    erased(of, her)
    assert guessed(store, TEXT) == set()


def test_nor_why_something_was_decided_or_looked_at(store: Store) -> None:
    anna, round_ = begun(store)
    take_in(store, anna, round_, PEOPLE)
    here = chosen(store, at=(anna, round_))
    of = (store, here.organiser, here.round)
    her = here.candidate(0)
    mend(*of, her, {"company": COMPANY})
    decision = composed_of(here)
    reopen_decision(*of, decision, reason=TEXT)
    auditor = joined(store, here.organiser, "Auke", here.round, Role.AUDITOR)
    looked = f"{TEXT}, op verzoek"
    named_votes(store, auditor, here.round, here.stage, reason=looked)
    assert guessed(store, TEXT, looked) == {TEXT}
    assert [one.reason for one in opened_before(store, auditor, here.round)] == [looked]
    erased(of, her)
    assert guessed(store, TEXT, looked) == set()
    assert [one.reason for one in opened_before(store, auditor, here.round)] == [""]
    assert doctor(store) == ()


def test_a_tick_of_which_the_name_is_gone_shows_no_key(store: Store) -> None:
    of, her = in_a_round(store)
    who = list(people_of(*of).who)[1]
    SET["calling.ticks_asked.ask_ticks"](of)
    tick(*of, who, TEXT, on=True)
    tick(*of, who, "paid", on=True)
    erased(of, her)
    assert ticks_of(*of) == {who: {"paid"}}
    entries = held_about(*of, who, Language.NL).entries["ticks"]
    assert {one["what"] for one in entries} == {
        "Afgevinkt: (gewist).",
        "Afgevinkt: bijdrage betaald.",
    }


def test_a_tick_under_a_name_that_an_older_release_kept(store: Store) -> None:
    of, her = in_a_round(store)
    who = list(people_of(*of).who)[1]
    for name in (TEXT, "Pas"):
        with act(*of, "ticks.tick", may=ORGANISERS, object_="ticks") as doing:
            row = {"round": of[2], "person": who, "name": name, "on": True}
            doing.connection.execute(insert(ticked), row | {"at": now(), "by": of[1].key})
            doing.about(who)
            doing.say({"tick": name, "on": True}, who)
        sleep(0.002)  # so that they differ by their moment
    assert ticks_of(*of) == {who: {TEXT, "Pas"}}
    erased(of, her)
    assert left(store) == set()
    assert ticks_of(*of) == {who: {"Pas"}}
    assert len(held_about(*of, who, Language.NL).entries["ticks"]) == 2
    assert doctor(store) == ()


def test_what_was_never_ticked_goes_once_it_is_asked_no_more(store: Store) -> None:
    of, _ = in_a_round(store)
    ask_ticks(*of, [TEXT, "Pas"])
    tick(*of, next(iter(people_of(*of).who)), "Pas", on=True)
    ask_ticks(*of, ["paid"])
    found = b" ".join(in_rows(store)).decode(errors="replace")
    assert (TEXT in found, "Pas" in found) == (False, True)


def test_a_plan_that_names_somebody_is_told_before_it_stays(store: Store) -> None:
    # no company that another test looks for on the disk: a plan stays there
    company = "Blijvend & Blij"
    here = judging(store, yes_plan(looks_at={"nl": f"Is {company} erbij?", "en": "Is it?"}))
    of = (store, here.organiser, here.round)
    her = here.candidate(0)
    assert mentions_of(*of, her).planned == 0
    mend(*of, her, {"company": company})
    assert mentions_of(*of, her).planned == 1
