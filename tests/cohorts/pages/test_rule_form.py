"""What stands in a form is what the rule had: looking at one loses nothing."""

from __future__ import annotations

import re

import pytest

from cohorts.pages.rule_form import lists_read, lists_written
from cohorts.programme.origin import assumed_in
from cohorts.programme.programme import load_programme, presets
from cohorts.rules import rules
from cohorts.words import Language
from tests.cohorts.pages.test_way_through import kept, page

REGIONS = {"Noord-Veluwe": ["Elburg", "Ermelo"], "Eigen": ["Zwolle"]}
GIVEN: list[dict[str, object]] = [
    {"rule": "one_region", "regions": REGIONS},
    {"rule": "one_region", "regions": ["twente", "salland"]},
    {"rule": "at_most", "field": "sector", "most": 2, "values": ["bouw, installatie", "zorg"]},
    {"rule": "keep_apart", "kinds": ["competitor", "family"]},
    {"rule": "travel", "places": ["Zwolle", "Almelo"], "widest_minutes": 45.0},
    {"rule": "availability", "field": "availability", "slots": 2},
    {"rule": "same_trade", "within_km": 10.0},
]


@pytest.mark.parametrize("table", GIVEN, ids=lambda table: str(table["rule"]))
def test_a_form_keeps_what_the_rule_had(table: dict[str, object]) -> None:
    """Drawn once and again: the same rule comes out as went in."""
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    tables = kept(app).rules
    assert tables is not None
    own = {**table, "key": "own", "on": True, "uid": "own"}
    tables.append(own)
    app.run().run()
    assert not app.exception
    assert not app.error
    made = {name: value for name, value in own.items() if name not in ("on", "uid")}
    kind = rules()[str(table["rule"])]
    assert kind.model_validate(made) == kind.model_validate({**table, "key": "own"})


def test_no_relation_is_shown_by_a_word_of_ours() -> None:
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    chosen = [one for one in app.multiselect if one.key and one.key.endswith("_kinds")]
    assert chosen
    for one in chosen:
        assert not {"competitor", "together", "family"} & set(one.options)


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


def test_every_preset_comes_out_of_its_forms_as_it_went_in() -> None:
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    for name in presets():
        app.selectbox(key="preset").select(name).run().run()
        tables = kept(app).rules
        assert tables is not None
        bare = [{k: v for k, v in t.items() if k not in ("on", "uid")} for t in tables]
        for rule, table in zip(load_programme(name).rules, bare, strict=True):
            assert type(rule).model_validate({**table, "reason": rule.reason}) == rule, rule.key


def test_standing_first_is_not_called_a_wish_and_what_is_assumed_is_a_list() -> None:
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    app.selectbox(key="preset").select("move2social").run()
    titles = [one.label for one in app.expander]
    (first,) = (title for title in titles if title.startswith("Wie het hoogst staat"))
    assert "gewicht" not in first
    (assumed,) = (one for one in app.expander if one.label.startswith("Aangenomen"))
    found = assumed_in(load_programme("move2social"))
    assert assumed.markdown[0].value.count("- ") >= len(found)


def test_a_programme_of_circles_speaks_of_circles() -> None:
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    app.selectbox(key="preset").select("leren-van-elkaar-familie").run()
    assert not app.exception
    titles = [one.label for one in app.expander]
    assert any(title.startswith("Kringen even groot") for title in titles), titles
    assert "kringen" in app.button(key="compose").label


def test_no_label_names_how_a_choice_is_spelt_in_a_file() -> None:
    """The choices below it stand in words, so what it asks does too."""
    app = page(Language.NL)
    app.button(key="sample").click().run()
    app.button(key="next").click().run()
    labels = " ".join(one.label for one in (*app.selectbox, *app.number_input))
    assert "Eis of wens" in labels
    assert not re.search(
        r"\b(must|should|linear|log|ordinal|avoid|prefer)\b", labels, re.IGNORECASE
    )
