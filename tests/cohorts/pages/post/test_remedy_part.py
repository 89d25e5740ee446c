"""What letters say of questions and objection: never kept over what a colleague kept since."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea, TextInput

from cohorts.pages.here import Here
from cohorts.pages.told import SPOKEN
from cohorts.rounds.posting.contact import set_contact
from cohorts.rounds.posting.remedy import remedy_of, set_remedy
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.deciding.decided_round import Decided, proposed_round

NL, EN = Language.NL, Language.EN


@pytest.fixture
def here(store: Store) -> Decided:
    return proposed_round(store)


def drawn() -> None:
    """Where streamlit runs it, nothing above is there."""
    import streamlit as st  # noqa: PLC0415

    from cohorts.pages.post.remedy_part import remedy_part  # noqa: PLC0415

    remedy_part(st.session_state["here"])


def page(here: Decided) -> AppTest:
    app = AppTest.from_function(drawn, default_timeout=300)
    app.session_state["here"] = Here(*here.of, NL)
    app.session_state[SPOKEN] = NL
    app.run()
    assert not app.exception
    return app


def contact(app: AppTest) -> TextInput:
    return app.text_input[0]


def remedy(app: AppTest) -> TextArea:
    return app.text_area[0]


def press(app: AppTest, word: str) -> None:
    label = say(f"page_post.{word}", NL)
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception


def told(app: AppTest) -> str:
    return " ".join(one.value for one in app.error)


def test_what_is_typed_is_kept(here: Decided) -> None:
    app = page(here)
    for number in ("038 123 45 67", "074 123 45 67", ""):
        contact(app).input(number).run()
        press(app, "keep_contact")
        assert remedy_of(*here.of).contact == contact(app).value == number
    remedy(app).input("Maak bezwaar.").run()
    press(app, "keep_remedy")
    assert remedy_of(*here.of).said[NL] == remedy(app).value == "Maak bezwaar."
    assert told(app) == ""


def test_a_contact_is_not_kept_over_what_a_colleague_kept_meanwhile(here: Decided) -> None:
    app = page(here)
    contact(app).input("038 123 45 67").run()
    set_contact(*here.of, "bureau@voorbeeld.nl")
    app.run()
    assert contact(app).value == "038 123 45 67"
    press(app, "keep_contact")
    assert remedy_of(*here.of).contact == "bureau@voorbeeld.nl"
    assert "Ondertussen veranderd" in told(app)
    assert [one.value for one in app.text] == ["bureau@voorbeeld.nl"], "what is kept meanwhile"
    assert contact(app).value == "038 123 45 67", "what was typed stands in its field again"
    press(app, "keep_contact")
    assert remedy_of(*here.of).contact == "038 123 45 67"
    assert told(app) == ""


def test_nor_the_sentences(here: Decided) -> None:
    app = page(here)
    remedy(app).input("Maak bezwaar.").run()
    set_remedy(*here.of, {NL: "Klaag bij ons.", EN: ""})
    press(app, "keep_remedy")
    assert remedy_of(*here.of).said[NL] == "Klaag bij ons."
    assert "Ondertussen veranderd" in told(app)
    assert remedy(app).value == "Maak bezwaar."
    label = say("page_post.language_nl", NL)
    assert [one.value for one in app.text] == [f"{label}: Klaag bij ons."]
    press(app, "keep_remedy")
    assert remedy_of(*here.of).said[NL] == "Maak bezwaar."
    assert told(app) == ""


def test_who_types_what_is_kept_by_now_is_told_no_more(here: Decided) -> None:
    app = page(here)
    contact(app).input("038 123 45 67").run()
    set_contact(*here.of, "bureau@voorbeeld.nl")
    press(app, "keep_contact")
    contact(app).input("bureau@voorbeeld.nl").run()
    app.run()
    assert told(app) == ""
    assert list(app.text) == []


def test_a_third_who_keeps_it_meanwhile_is_not_kept_over_either(here: Decided) -> None:
    app = page(here)
    contact(app).input("038 123 45 67").run()
    set_contact(*here.of, "bureau@voorbeeld.nl")
    press(app, "keep_contact")
    set_contact(*here.of, "074 123 45 67")
    press(app, "keep_contact")
    assert remedy_of(*here.of).contact == "074 123 45 67"
    assert [one.value for one in app.text] == ["074 123 45 67"]
    assert contact(app).value == "038 123 45 67"


def test_who_typed_nothing_sees_what_stands_now(here: Decided) -> None:
    app = page(here)
    set_contact(*here.of, "bureau@voorbeeld.nl")
    app.run()
    assert contact(app).value == "bureau@voorbeeld.nl"
    assert "bureau@voorbeeld.nl" in str(remedy(app).value)
    contact(app).input("038 123 45 67").run()
    press(app, "keep_contact")
    assert remedy_of(*here.of).contact == "038 123 45 67"


def test_words_that_nobody_typed_follow_where_a_question_can_be_put(here: Decided) -> None:
    app = page(here)
    remedy(app).input("Eigen woorden.").run()
    set_contact(*here.of, "bureau@voorbeeld.nl")
    press(app, "keep_remedy")
    assert remedy_of(*here.of).said[NL] == "Eigen woorden."
    assert "bureau@voorbeeld.nl" in remedy_of(*here.of).said[EN]
