"""What a spreadsheet would run leaves as text, in whatever form its sign stands."""

from __future__ import annotations

import csv
import io
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.words.export_gate import gate, ungate

SIGNS = "=+-@"
FORMS = [
    chr(n)
    for n in range(sys.maxunicode + 1)
    if unicodedata.normalize("NFKC", chr(n))[:1] in {*SIGNS, "\u2212"}
]
BEFORE = [
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\u00ad",
    "\x00",
    "\u3000",
    "\ufe0f",
]
TEXTS = st.text(
    st.sampled_from([*"'=+-@a1 \t\r\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u200b", "\u2212"])
)


def test_every_form_of_the_signs_is_known() -> None:
    """``=``, ``＝`` (double width), ``﹦`` (small), ``⁼``, ``₌`` and so on: all of Unicode."""
    assert {*"=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u208a\u207b\u208b"} <= {
        *FORMS
    }
    assert [sign for sign in FORMS if gate(f"{sign}1+1") != f"'{sign}1+1"] == []


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("sign", ["=", "\uff1d", "@", "\uff0d"])
def test_what_nobody_sees_does_not_hide_a_sign(before: str, sign: str) -> None:
    text = f"{before}{sign}SUM(A1)"
    assert gate(text) == f"'{text}"
    assert ungate(f"'{text}") == text


@pytest.mark.parametrize(
    "text", ["", " ", "'", "'t Hof", "Bakkerij = brood", "3-4", "a@b.nl", "«x»", "–", "→"]
)
def test_other_text_leaves_as_it_is(text: str) -> None:
    assert gate(text) == text
    assert ungate(text) == text


def test_numbers_stay_numbers() -> None:
    assert [gate(-1), gate(2.5), gate(None)] == [-1, 2.5, None]


@given(TEXTS)
def test_what_leaves_comes_back(text: str) -> None:
    """Also through a CSV; and what has left is never acted on."""
    left = gate(text)
    assert ungate(str(left)) == text
    out = io.StringIO(newline="")
    csv.writer(out).writerow([left, "end"])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline="")))[0] == left
    seen = str(left).lstrip(" \n\u200b")
    assert not unicodedata.normalize("NFKC", seen).startswith((*SIGNS, "\t", "\r", "\u2212"))
