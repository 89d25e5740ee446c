"""Which words mark texts out, and what they name."""

from __future__ import annotations

import pytest

from cohorts.people.likeness import cosines
from cohorts.people.word_lists import empty_words, names_something, stop_words
from cohorts.people.wording import Wording

OTHERS = ("een nieuwe website bouwen", "robots op de werkvloer", "minder gas stoken", "")


def words(*texts: str) -> tuple[str, ...]:
    told = Wording((*texts, *OTHERS)).telling(range(len(texts)))
    return tuple(word for word, _ in told)


def test_words_that_two_share_name_them_and_who_has_them() -> None:
    assert words("personeel gezocht", "ons personeel vertrekt") == ("personeel",)
    pool = ("oud personeel", "gas", "nieuw personeel", *OTHERS)
    assert Wording(pool).telling([0, 1, 2]) == [("personeel", (0, 2))]


def test_empty_short_and_usual_words_name_nothing() -> None:
    # hoek and juiste name no subject, erp is short: only export is left
    assert words("export om de hoek, juiste erp", "juiste export, de hoek, erp") == ("export",)
    # three of five texts have export: it marks nobody out
    pool = ("export", "export", "export", "gas", "robots")
    assert Wording(pool).telling([0, 1]) == []


@pytest.mark.parametrize("form", ["alpaca", "Alpaca's", "ALPACA"])
def test_a_word_is_one_in_all_its_forms(form: str) -> None:
    assert words("een kudde kamelen", "kameel, kamelen") == ("kamelen",)
    assert len(words(f"weiland met {form}", "weilanden")) == 1


def test_a_name_keeps_its_capital() -> None:
    assert words("wij willen naar Duitsland", "export: Duitsland. Alpaca") == ("Duitsland",)
    # a capital at the start of a sentence says nothing
    assert words("Alpaca houden", "wij hebben een alpaca", "Geit. Alpaca") == ("alpaca",)
    assert words('"Alpaca" houden', "wij hebben een alpaca", 'Geit: "Alpaca"') == ("alpaca",)
    # an underscore parts words, but begins no sentence
    assert words("zo_Alpaca", "zo_Alpaca") == ("Alpaca",)


def test_what_most_share_comes_first() -> None:
    shared = words("alpaca en bakkerij", "alpaca en bakkerij", "een alpaca")
    assert shared == ("alpaca", "bakkerij")


SMALL = (
    "jullie krijg krijgt mezelf hunzelf wijzelf daarvoor omdat gedurende yourself whereas becoming"
)


@pytest.mark.parametrize("word", SMALL.split())
def test_a_small_word_names_nothing_in_any_form(word: str) -> None:
    assert not names_something(word)
    assert words(f"{word} alpaca", f"{word} zebra") == ()


@pytest.mark.parametrize("word", ["echte", "hoek", "juiste", "directeur", "keer"])
def test_empty_words_still_count_where_texts_are_compared(word: str) -> None:
    assert word in empty_words()
    assert word not in stop_words()
    alike = cosines((f"{word} alpaca", f"{word} zebra", "olifant leeuw"))
    assert alike[0, 1] > alike[0, 2]
