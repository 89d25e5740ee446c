"""A word in its forms is one word."""

from __future__ import annotations

import pytest

from cohorts.people.stems import stem, tokens


@pytest.mark.parametrize(
    "forms",
    [
        "exporteren exporteer exporteert geexporteerd export",
        "vacature vacatures",
        "opvolgen opvolger opvolging opvolgers",
        "overdragen overgedragen overdraag",
        "klant klanten",
        "prijs prijzen",
        "samenwerken samenwerking",
        "digitaliseren digitalisering",
        "company companies",
        "supplier suppliers",
    ],
)
def test_a_word_in_its_forms_is_one(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["personeel person", "export expert", "ai ais"])
def test_other_words_stay_others(pair: str) -> None:
    a, b = pair.split()
    assert stem(a) != stem(b)


def test_capitals_accents_and_signs_make_no_other_word() -> None:
    assert tokens("Geëxporteerd,  FINANCIËN!") == ["geexporteerd", "financien"]
    assert tokens("familie-opvolging; co2") == ["familie", "opvolging", "co2"]
    assert tokens("") == []
