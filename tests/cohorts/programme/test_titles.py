"""A programme written in one language is read in the other as it was written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cohorts import compose
from cohorts.programme.frozen import frozen, thawed
from cohorts.programme.programme import Programme, Words
from cohorts.record.document import document
from cohorts.words import Language
from tests.cohorts.small_round import people, programme

IN_DUTCH = {"title": {"nl": "Proef"}, "individual": {"nl": "Een gesprek met een adviseur."}}


def test_what_is_said_in_one_language_is_said_so_in_the_other() -> None:
    """Of 8 people 7 have a place; the other hears of the programme by its only title."""
    wish = {"rule": "comparable", "field": "fte"}
    asked = Programme.model_validate({**frozen(programme([wish], "at most 7")), **IN_DUTCH})
    made = compose(people(8), asked, effort="quick")
    called = {
        Language.EN: "One-to-one trajectory of Proef",
        Language.NL: "Individueel traject van Proef",
    }
    for language, said in called.items():
        (left,) = document(made, language).not_placed
        assert left.referrals[0].startswith(said)


def test_it_is_kept_as_it_was_written() -> None:
    asked = Programme.model_validate({**frozen(programme()), **IN_DUTCH})
    assert frozen(asked)["title"] == {"nl": "Proef"}
    assert thawed(frozen(asked), "") == asked


@pytest.mark.parametrize("word", ["|", "12", "<b>kring</b>", "{groups}", "k" * 61])
def test_a_word_of_a_programme_is_a_word(word: str) -> None:
    with pytest.raises(ValidationError, match="no word"):
        Words.model_validate({"group": {"nl": word}})


@pytest.mark.parametrize("word", ["", "kring", "het gilde|gilden", "'s-kring", "τραπέζι"])
def test_words_may_be_of_any_kind(word: str) -> None:
    assert Words.model_validate({"group": {"nl": word}})
