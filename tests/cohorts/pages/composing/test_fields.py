"""What stands in a form is what the rule had: looking at one changes nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from cohorts.conditions import conditions
from cohorts.pages.composing.fields import asked_fields, can_be_asked
from cohorts.pages.composing.tables import lists_read, lists_written, pairs_read, pairs_written
from cohorts.pages.told import SPOKEN
from cohorts.programme.programme import load_programme, presets
from cohorts.rounds.asking.condition_fields import with_condition_fields
from cohorts.rounds.asking.four_steps import with_fields
from cohorts.rules import rules
from cohorts.rules.rule import Rule
from cohorts.words import Language
from tests.cohorts.rule_examples import CASES, build

OF_PRESETS = [(name, rule) for name in presets() for rule in load_programme(name).rules]
MORE: list[tuple[str, dict[str, Any]]] = [
    ("one_region", {"regions": {"Noord-Veluwe": ["Elburg", "Ermelo"], "Eigen": ["Zwolle"]}}),
    ("one_region", {"regions": ["twente", "salland"]}),
    ("at_most", {"field": "sector", "most": 2, "values": ["bouw, installatie", "zorg"]}),
    ("quota", {"field": "provincie", "value": "Drenthe", "most": 2500.5, "amount": "voucher"}),
]
ALL = [*(build(*case) for case in (*CASES, *MORE)), *(rule for _, rule in OF_PRESETS)]


def drawn() -> None:
    """The form of every rule that stands in the session; what comes out stands there after."""
    import streamlit as st  # noqa: PLC0415 - the script of a page of its own

    from cohorts.pages.composing.fields import form  # noqa: PLC0415

    st.session_state["made"] = [
        form(type(one), one.model_dump(), f"form{number}", ())
        for number, one in enumerate(st.session_state["given"])
    ]


def page(given: list[Any], language: Language = Language.NL) -> AppTest:
    app = AppTest.from_function(drawn)
    app.session_state["given"] = given
    app.session_state[SPOKEN] = language
    app.run(timeout=60)
    assert not app.exception
    return app


def test_every_rule_comes_out_of_its_form_as_it_went_in() -> None:
    """Those of the presets, and every example; drawn once, and again."""
    app = page(ALL)
    for _ in range(2):
        made: list[dict[str, Any]] = app.session_state["made"]
        for rule, fields in zip(ALL, made, strict=True):
            assert with_fields(rule, fields) == rule, rule.key
        app.run(timeout=60)


def test_every_condition_comes_out_of_its_form_as_it_went_in() -> None:
    given = [
        one
        for name in presets()
        for one in load_programme(name).conditions
        if can_be_asked(type(one))
    ]
    app = page(given)
    for condition, fields in zip(given, app.session_state["made"], strict=True):
        assert with_condition_fields(condition, fields) == condition, condition.key


@pytest.mark.parametrize("language", Language)
def test_no_label_or_choice_is_a_word_of_a_file(language: Language) -> None:
    """No spelling of a field or a choice, no weight."""
    app = page(ALL, language)
    widgets = (*app.selectbox, *app.number_input, *app.multiselect, *app.text_input, *app.toggle)
    said = [one.label for one in widgets]
    said += [option for one in (*app.selectbox, *app.multiselect) for option in one.options]
    ours = re.compile(
        r"\b(must|should|linear|log|ordinal|avoid|prefer|gewicht|weight|widest|from_value|level"
        r"|competitor|family|relations\.csv|--\w+)\b"
    )
    own = {"family", "must"} if language is Language.EN else set()
    found = {hit[0] for one in said if (hit := ours.search(one))} - own
    assert found == set()


def test_every_kind_that_a_form_can_ask_has_something_to_ask_in_words() -> None:
    for kind in (*rules().values(), *conditions().values()):
        for name, about in asked_fields(kind).items():
            extra = about.json_schema_extra
            assert isinstance(extra, dict), name
            assert extra["nl"]
            assert extra["en"]


def test_only_what_a_form_can_ask_is_offered() -> None:
    assert [name for name, kind in conditions().items() if not can_be_asked(kind)] == ["any_of"]
    assert all(can_be_asked(kind) for kind in rules().values())
    assert issubclass(rules()["pin"], Rule)
    assert rules()["pin"].NAMES_SOMEBODY


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("twente, salland\n", ["twente", "salland"]),
        ("Noord: Elburg , Ermelo\n\nZuid: Ede", {"Noord": ["Elburg", "Ermelo"], "Zuid": ["Ede"]}),
        ("", []),
    ],
)
def test_regions_are_written_as_people_write_them(text: str, read: object) -> None:
    assert lists_read(text) == read
    assert lists_read(lists_written(read)) == read


def test_what_is_no_number_stays_as_it_was_typed() -> None:
    """So that the rule can refuse it, instead of passing it over in silence."""
    assert pairs_read(" maker = 1\n\nschool=2") == {"maker": 1, "school": 2}
    assert pairs_read("maker=veel\nschool") == {"maker": "veel", "school": ""}
    given = {"maker": 1, "een, twee": 2, "x = y": 3}
    assert pairs_read(pairs_written(given)) == given
