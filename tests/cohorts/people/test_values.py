"""When two values are the same, letter by letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cohorts.people.values import bare, folded, nearest, plain, same_value, spelling_of, tidy

SAME = [
    ("vrouw", "VROUW "),
    ("vrouw", "Vrouw."),
    ("vrouw", "vrouw ;"),
    ("vrouw", "vrouw\u2026"),
    ("café", "CAFE\u0301"),
    ("Zuid Holland", "zuid\u00a0 holland"),
    ("Zuid Holland", "Zuid\u2009\tHolland\n"),
    ("Straße", "STRASSE"),
    ("STRAẞE", "straße"),
    ("İstanbul", "I\u0307STANBUL"),
    ("horeca", "ho\u00adre\u200bca\ufeff"),
    ("C.V.", "c.v"),
    ("?", "?"),
]
OTHER = [
    ("café", "cafe"),
    ("İstanbul", "Istanbul"),
    ("C.V.", "CV"),
    ("C#", "C"),
    ("C++", "C"),
    ("10%", "10"),
    ("Zuid-Holland", "Zuid Holland"),
    ("ict", "\uff49\uff43\uff54"),
    ("?", "!"),
    ("vrouw", "vrouwen"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_these_are_the_same_value(a: str, b: str) -> None:
    assert same_value(a, b)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_these_are_not(a: str, b: str) -> None:
    assert not same_value(a, b)


@given(st.text() | st.text(" \r\t\u200b.,;a"))
@example("\r.")
@example(".\r.")
@example("\u200b.")
def test_what_is_plain_is_plain_and_means_the_same(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(tidy(text)) == plain(text) == plain(bare(text))
    for form in ("NFC", "NFD"):
        assert plain(unicodedata.normalize(form, text)) == plain(text)


def test_of_a_text_the_signs_count_and_its_capitals_do_not() -> None:
    assert folded(" Ons\u00a0DOEL. ") == "ons doel."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ({"export": 3, "Export": 2, "EXPORT": 2}, "export"),
        ({"EXPORT": 4, "export": 2, "EXPORT ": 1}, "EXPORT"),
        ({"EXPORT": 1, "export": 1, "Export": 1}, "Export"),
        ({"EXPORT": 1, "export": 1}, "export"),
        ({"Export.": 2, "export": 1}, "Export."),
        ({"cafe\u0301": 1, "café": 1, "CAFÉ": 1}, "café"),
    ],
)
def test_the_commonest_spelling_is_shown_in_whatever_order_they_come(
    written: dict[str, int], shown: str
) -> None:
    for order in (written, dict(reversed(written.items()))):
        assert spelling_of(order) == {plain(shown): shown}


def test_the_nearest_is_what_looks_most_like_it() -> None:
    assert nearest("VROUWEN", ["man", "Vrouw"]) == "Vrouw"
    assert nearest("exprot", ["import", "Export"]) == "Export"
    assert nearest("zon", ["man", "Vrouw"]) is None
