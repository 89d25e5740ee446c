"""The way through the page without a browser: sample, programme, groups, a move, undo, files."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from cohorts.composing.input import Field
from cohorts.composing.inputs import INPUTS
from cohorts.intake import FieldMap
from cohorts.pages import job, session
from cohorts.pages.session import Session, Step, Upload
from cohorts.people.applicant import Status
from cohorts.programme.programme import load_programme, presets
from cohorts.reports.groups_csv import groups_csv
from cohorts.round.room import Room
from cohorts.rules import rules
from cohorts.words import Language, say

APP = Path(session.__file__).with_name("main.py")


def page(language: Language) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=120)
    app.query_params["language"] = language.value
    return app.run()


def kept(app: AppTest) -> Session:
    session: Session = app.session_state["session"]
    return session


def composed(language: Language = Language.NL) -> AppTest:
    """The sample, composed shortly."""
    app = page(language)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    app.selectbox(key="effort").select("quick").run()
    app.button(key="compose").click().run()
    begun = kept(app).job
    assert begun is not None
    begun.wait()
    assert begun.error is None
    assert not begun.broken
    while kept(app).board is None:
        app.run()
        time.sleep(0.1)
    return app.run()


@pytest.mark.parametrize("language", list(Language))
def test_from_a_file_to_groups_in_both_languages(language: Language) -> None:
    app = composed(language)
    assert not app.exception
    assert not app.error
    board = kept(app).board
    assert board is not None
    assert sum(map(len, board.groups.values())) + len(board.not_placed) == board.begun.round.n
    head = {Language.NL: "Dit is het voorstel", Language.EN: "This is the proposal"}[language]
    assert [header.value for header in app.header] == [head]


def test_the_first_page_speaks_one_language() -> None:
    """Also where one drops a file, which is drawn by a sheet of style."""
    drawn = {
        spoken: str([one.proto.body for one in page(spoken).get("html")]) for spoken in Language
    }
    assert say("pages.drop_file", Language.EN) in drawn[Language.EN]
    assert say("pages.drop_file", Language.NL) in drawn[Language.NL]


def test_the_table_to_mend_has_numbers_that_can_be_read() -> None:
    """The middle of a band counts with all its decimals and is shown with two."""
    app = page(Language.NL)
    app.button(key="sample").click().run()
    (table,) = (one.value for one in app.dataframe if "fte" in one.value.columns)
    assert any("." in cell for cell in table["fte"])
    assert max(len(cell.partition(".")[2]) for cell in table["fte"]) == 2
    assert kept(app).applicants is kept(app).read
    assert any(len(str(a.fte)) > 8 for a in kept(app).read or ())


def test_why_the_first_composition_takes_longer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Event()
    monkeypatch.setattr(job, "compose", lambda *_, **__: held.wait())
    monkeypatch.setattr(job, "first_time", lambda _people: "cli.first_time")
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    app.button(key="compose").click().run()
    try:
        assert any("De eerste keer" in markdown.value for markdown in app.run().markdown)
    finally:
        held.set()


def test_a_move_says_what_it_does_and_can_be_taken_back() -> None:
    app = composed()
    begun = kept(app).board
    assert begun is not None
    person = next(
        str(a.id)
        for members in begun.groups.values()
        for a in members
        if any(change.allowed for change in begun.prices(str(a.id)).values())
    )
    app.selectbox(key="who_0").select(person).run()
    assert app.dataframe[0].value.shape[0] == len(begun.prices(person))
    app.button(key="move").click().run()
    moved = kept(app).board
    assert moved is not None
    assert moved.group_of(person) != begun.group_of(person)
    assert groups_csv(moved.proposal()) != groups_csv(begun.proposal())
    app.button(key="undo").click().run()
    again = kept(app).board
    assert again is not None
    assert groups_csv(again.proposal()) == groups_csv(begun.proposal())
    assert not app.exception


def test_what_cannot_work_is_said_in_words_and_nothing_is_lost() -> None:
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    app.number_input(key="size_businessversneller_smallest").set_value(200)
    app.number_input(key="size_businessversneller_largest").set_value(300).run()
    app.button(key="compose").click().run()
    assert len(app.error) == 1
    assert not app.exception
    assert kept(app).step is Step.PROGRAMME
    assert kept(app).applicants is not None


def test_a_rule_that_is_switched_off_does_not_count() -> None:
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    tables = kept(app).rules
    assert tables is not None
    app.toggle(key=f"{tables[0]['uid']}_on").set_value(False).run()
    app.selectbox(key="effort").select("quick").run()
    app.button(key="compose").click().run()
    begun = kept(app).job
    assert begun is not None
    begun.wait()
    assert begun.proposal is not None
    assert tables[0]["key"] not in {rule.key for rule in begun.proposal.programme.rules}
    assert tables[1]["key"] in {rule.key for rule in begun.proposal.programme.rules}


def test_every_rule_has_a_form() -> None:
    """Built from its fields, also for a rule nobody has filled in yet."""
    app = page(Language.EN)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    for name in rules():
        app.selectbox(key="new_rule").select(name).run()
        app.button(key="add_rule").click().run()
        assert not app.exception, name
    tables = kept(app).rules
    assert tables is not None
    assert {table["rule"] for table in tables} == set(rules())


def test_every_input_is_asked_and_what_is_given_counts() -> None:
    app = page(Language.NL)
    app.button(key="sample").click().run()
    uploads = app.get("file_uploader")
    files = [name for name, one in INPUTS.items() if one.field is Field.UPLOAD]
    assert len(uploads) == 1 + len(files)
    app.button(key="next").click().run()
    assert "keep_businessversneller" not in {one.key for one in app.toggle}
    people = kept(app).applicants
    assert people is not None
    kept(app).beside["previous"] = Upload("groups.csv", {people[0].id: 1})
    app.run()
    app.toggle(key="keep_businessversneller").set_value(True)
    app.number_input(key="seed_businessversneller").set_value(5)
    app.selectbox(key="count_from_businessversneller").select("approached")
    app.selectbox(key="effort").select("quick").run()
    app.button(key="compose").click().run()
    begun = kept(app).job
    assert begun is not None
    begun.wait()
    assert begun.proposal is not None
    round_ = begun.proposal.round
    assert (round_.seed, round_.count_from, round_.keep) == (5, Status.APPROACHED, True)
    assert round_.previous == {people[0].id: 1}


def test_another_programme_has_numbers_of_its_own() -> None:
    """Of the one before nothing stays: not its sizes, nor its places, nor who counts."""
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    app.number_input(key="size_businessversneller_smallest").set_value(3).run()
    for name in presets():
        app.selectbox(key="preset").select(name).run()
        groups = load_programme(name).groups
        sizes = [app.number_input(key=f"size_{name}_{end}") for end in ("smallest", "largest")]
        assert [one.value for one in sizes] == list(groups.size), name
        mode = Room.parse(groups.places).mode
        assert app.selectbox(key=f"places_{name}").value == mode, name
        assert app.toggle(key=f"fairness_{name}").value == groups.fairness, name
    assert not app.exception


def test_a_move_against_a_must_and_its_reason_are_taken_back_together() -> None:
    app = composed()
    begun = kept(app).board
    assert begun is not None
    person, place = next(
        (str(a.id), place)
        for a in begun.begun.round.applicants
        for place, change in begun.prices(str(a.id)).items()
        if not (change.allowed or change.sizes or change.places_off)
    )
    app.selectbox(key="who_0").select(person).run()
    app.selectbox(key=f"where_{person}").select(place).run()
    app.text_input(key=f"reason_{person}").set_value("Zij weten het van elkaar.")
    app.text_input(key=f"by_{person}").set_value("Anna").run()
    app.button(key="move").click().run()
    moved = kept(app).board
    assert moved is not None
    assert moved.overrides
    assert not moved.open_breaches()
    app.button(key="undo").click().run()
    again = kept(app).board
    assert again is not None
    assert again.group_of(person) == begun.group_of(person)
    assert not again.overrides
    assert not again.open_breaches()


def test_a_file_beside_is_read_again_with_the_applicants() -> None:
    """Who is who follows from the columns; so does whom a relation is about."""
    app = page(Language.NL)
    app.button(key="sample").click().run()
    before = kept(app).beside["relations"].value
    assert before
    kept(app).field_map = FieldMap(ignore=("Status",))
    kept(app).beside["relations"] = replace(kept(app).beside["relations"], value=())
    kept(app).read = None
    app.run()
    assert kept(app).beside["relations"].value == before


def test_what_reading_noticed_stands_beside_the_groups() -> None:
    app = composed()
    board = kept(app).board
    assert board is not None
    remarks = board.begun.round.remarks
    assert remarks
    shown = next(one for one in app.expander if one.label.startswith("Opgevallen"))
    assert shown.label.endswith(f"({len(remarks)})")


ASKING = """id;Naam;Bedrijf;E-mail;Omzet;Wanneer bent u NIET beschikbaar?
1;Noor Valk;Catering Valk;noor@valk.example;1.250;maandag
2;Noor Valk;Valk Verhuur;noor@valk.example;12.50;dinsdag
3;Bas Vosman;Metaal Vosman;bas@vosman.example;800;woensdag
4;Anke Lubbers;Lindehof;anke@lindehof.example;900;maandag
"""
"""Noor may be one person or two; 1.250 may be a thousand; one question is turned round."""


def asking(language: Language = Language.NL) -> AppTest:
    """The first screen with a file that leaves three questions open."""
    app = page(language)
    kept(app).source = ("asking.csv", ASKING.encode())
    return app.run()


def said_on(app: AppTest) -> str:
    """All sentences on the screen, without the signs that take their power away."""
    texts = (*app.markdown, *app.error, *app.warning, *app.success)
    return "\n".join(one.value for one in texts).replace("\\", "")


def test_what_only_the_organiser_can_say_is_answered_on_the_screen() -> None:
    app = asking()
    read = kept(app).read
    assert read is not None
    assert len(read) == 4
    assert read[0].turnover is None
    app.button(key="answer_one_0").click().run()
    app.button(key="answer_dutch_0").click().run()
    app.button(key="answer_turn_0").click().run()
    answered = kept(app).read
    assert answered is not None
    assert not app.exception
    assert len(answered) == 3
    assert {a.id: a.turnover for a in answered} == {"2": 12.5, "3": 800, "4": 900}
    assert answered[0].availability == ("maandag", "woensdag")
    assert not [button for button in app.button if str(button.key).startswith("answer_")]
    app.button(key="take_back").click().run()
    assert kept(app).field_map == FieldMap()
    again = kept(app).read
    assert again is not None
    assert list(again) == list(read)


@pytest.mark.parametrize("language", list(Language))
def test_the_screen_speaks_of_no_command_line(language: Language) -> None:
    """What to do is said in the screen's own way, also where something is refused."""
    app = asking(language)
    assert "Noor Valk" in said_on(app)
    kept(app).read = kept(app).applicants = None
    kept(app).field_map = FieldMap(same=(("1", "2"),), not_same=(("1", "2"),))
    app.run()
    assert len(app.error) == 1
    refused = said_on(app)
    app.button(key="take_back").click().run()
    app.button(key="next").click().run()
    app.button(key="compose").click().run()
    assert len(app.error) == 1
    for said in (said_on(asking(language)), refused, said_on(app)):
        assert not re.search(r"map\.toml|(?<!-)--[a-z]|cohorts [a-z]+|\[same\]", said), said
