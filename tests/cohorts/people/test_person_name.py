"""Names as people write them, and which of them can be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.people.person_name import Alike, alike, one_slip, person_name


@pytest.mark.parametrize(
    ("text", "given_names", "family"),
    [
        ("Anke Lubbers", ("anke",), ("lubbers",)),
        ("Lubbers, Anke", ("anke",), ("lubbers",)),
        ("Vries, de, Jan", ("jan",), ("vries",)),
        ("Junior Jansen", ("junior",), ("jansen",)),
        ("  HANNA   KIEVIT ", ("hanna",), ("kievit",)),
        ("mevr. drs. A.B. van der Berg", ("a", "b"), ("berg",)),
        ("De heer J. de Boer", ("j",), ("boer",)),
        ("JW Smit", ("j", "w"), ("smit",)),
        ("JO SMIT", ("jo",), ("smit",)),
        ("Anke Jansen - de Vries", ("anke",), ("jansen", "vries")),
        ("Jan van 't Hart", ("jan",), ("hart",)),
        ("J. v.d. Berg", ("j",), ("berg",)),
        ("Anke Lubbers, MSc", ("anke",), ("lubbers",)),
        ("Zoë D’Hondt", ("zoe",), ("dhondt",)),
        ("dhr. Jansen", (), ("jansen",)),
        ("van Dijk", (), ("dijk",)),
        ("Al Eik", ("al",), ("eik",)),
        ("", (), ()),
        ("12", (), ()),
    ],
)
def test_parts(text: str, given_names: tuple[str, ...], family: tuple[str, ...]) -> None:
    found = person_name(text)
    assert (found.given, found.family) == (given_names, family)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("Anke Lubbers", "LUBBERS, ANKE", Alike.SAME),
        ("Lubbers Anke", "Anke Lubbers", Alike.SAME),
        ("Jan van der Berg", "jan berg", Alike.SAME),
        ("Rene\u0301 Dam", "René Dam", Alike.SAME),
        ("Anke Lubbers", "A. Lubbers", Alike.FITS),
        ("JW Smit", "Jan Willem Smit", Alike.FITS),
        ("Jan Smit", "Jan Willem Smit", Alike.FITS),
        ("Anke Lubbers", "Anke Lubbers-Vos", Alike.FITS),
        ("Anke Lubbers", "Anke Lubers", Alike.NEARLY),
        ("Anke Lubbers", "Anke Vosman", Alike.NEARLY),  # married, perhaps
        ("Anke Lubbers", "Lubbers", Alike.NEARLY),
        ("Jan Jansen", "Jan Jansen jr.", Alike.NEARLY),
        ("Jan Jansen sr", "Jan Jansen jr", Alike.OTHER),
        ("Anke Lubbers", "Bas Lubbers", Alike.OTHER),
        ("A. Lubbers", "A. Vosman", Alike.OTHER),
        ("Deelnemer 12", "Deelnemer 13", Alike.OTHER),
        ("Anke", "Bas", Alike.OTHER),
        ("Anke Lubbers", "", Alike.UNKNOWN),
    ],
)
def test_alike_both_ways_about(a: str, b: str, found: Alike) -> None:
    assert alike(person_name(a), person_name(b)) is found
    assert alike(person_name(b), person_name(a)) is found


def test_initials_are_no_full_name() -> None:
    assert person_name("Anke Lubbers").is_full
    assert not person_name("A. Lubbers").is_full
    assert not person_name("Lubbers A.").is_full
    assert not person_name("Lubbers").is_full


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [("gmail", "gmial", True), ("abc", "ab", True), ("abc", "abd", True), ("abc", "xabc", True),
     ("abc", "abc", False), ("abc", "acbd", False), ("", "ab", False)],
)  # fmt: skip
def test_one_slip_of_the_hand(a: str, b: str, slip: bool) -> None:
    assert one_slip(a, b) is one_slip(b, a) is slip


@given(
    st.text(alphabet="ABab .,'-éde12", max_size=12), st.text(alphabet="ABab .,'-é1", max_size=12)
)
def test_any_text_has_an_answer_the_same_both_ways(a: str, b: str) -> None:
    assert alike(person_name(a), person_name(b)) is alike(person_name(b), person_name(a))
    assert alike(person_name(a), person_name(a)) in (Alike.SAME, Alike.UNKNOWN)
