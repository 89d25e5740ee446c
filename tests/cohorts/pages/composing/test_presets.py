"""Every programme that comes along is shown in its own words, with its own sizes and places."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from cohorts.composing.foreseen import foreseen
from cohorts.pages.here import Here
from cohorts.programme.programme import load_programme, presets
from cohorts.round.room import Room
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.place import url_of_file
from cohorts.store.store import opened
from cohorts.words import Language
from tests.cohorts.pages.composing.sample import fill
from tests.cohorts.rounds.staff import begun


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Here]:
    store = opened(url_of_file(tmp_path_factory.mktemp("store") / "rounds.sqlite"))
    anna, round_ = begun(store)
    fill(store, anna, round_)
    yield Here(store, anna, round_, Language.NL)
    store.close()


def shown() -> None:
    """The page of the round that stands in the session."""
    import streamlit as st  # noqa: PLC0415 - the script of a page of its own

    from cohorts.pages.composing import draw  # noqa: PLC0415

    draw(st.session_state["here"])


@pytest.mark.parametrize("name", presets())
def test_a_preset_is_shown_and_composed_with_its_own(name: str, here: Here) -> None:
    choose_programme(here.store, here.actor, here.round, name)
    preset = load_programme(name)
    app = AppTest.from_function(shown)
    app.session_state["here"] = here
    app.run(timeout=60)
    assert not app.exception
    titles = [one.label.replace("\\", "") for one in app.expander]
    low, high = preset.groups.size
    assert any(f"van {low} tot {high}" in one or f"van {low}." in one for one in titles), titles
    with preset.in_own_words():
        for rule in preset.rules:
            assert any(rule.title(Language.NL) in title for title in titles), rule.key
        for condition in preset.conditions:
            assert any(condition.title(Language.NL) in title for title in titles), condition.key
    asked = asked_of(here.store, here.actor, here.round)
    people = people_of(here.store, here.actor, here.round).applicants
    found = foreseen(people, asked.programme, asked.given).round
    assert found is not None
    assert (found.smallest, found.largest, found.target) == (low, high, preset.groups.target)
    assert found.places == Room.parse(preset.groups.places)


def test_a_programme_of_circles_speaks_of_circles(here: Here) -> None:
    choose_programme(here.store, here.actor, here.round, "leren-van-elkaar-familie")
    app = AppTest.from_function(shown)
    app.session_state["here"] = here
    app.run(timeout=60)
    said = " ".join(one.label for one in app.expander)
    assert "Kringen van" in said
    assert "Groepen van" not in said
