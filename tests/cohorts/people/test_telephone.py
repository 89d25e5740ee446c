"""What of a text is surely one telephone number, how it is shown, and where somebody's stands."""

from __future__ import annotations

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.telephone import (
    Telephone,
    phone_of,
    phone_shown,
    phone_spellings,
    telephone,
)


def somebody(phone: str | None = None, **extra: str) -> Applicant:
    return Applicant(id=ApplicantId("a"), phone=phone, extra=extra)


@pytest.mark.parametrize("header", ["Telefoonnummer", "tel.", " Mobiel ", "PHONE NUMBER"])
def test_of_a_round_read_before_it_was_a_field_it_is_a_column_that_says_so(header: str) -> None:
    one = somebody(**{"hotel": "053-1112223", "telefoon": "", header: "06-12345678"})
    assert telephone(one) == Telephone("06 12345678", "+31612345678")


def test_without_such_a_column_there_is_none() -> None:
    assert telephone(somebody(telefoontoestel="ja")) is None


def test_the_field_goes_before_every_column() -> None:
    assert telephone(somebody("+31531234567", Telefoon="0612345678")) == Telephone(
        "053 123 4567", "+31531234567"
    )


def test_what_is_not_surely_one_is_shown_as_it_was_written() -> None:
    columns = {"Bereikbaar op": "053 123 45 67 of 06"}
    one = Applicant(id=ApplicantId("a"), phone_columns=columns, extra={"Mobiel": "06-12345678"})
    assert telephone(one) == Telephone("053 123 45 67 of 06", None)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("06-12 34 56 78", "+31612345678"),
        ("+31 (0)6 1234.5678", "+31612345678"),
        ("0031 (0)53 1234567", "+31531234567"),
        ("(053) 123 45 67", "+31531234567"),
        ("06\u201112345678", "+31612345678"),
        ("tel. 06-12345678 (mobiel)", "+31612345678"),
        ("053-4567890 toestel 12", "+31534567890;ext=12"),
        ("+32 470 12 34 56", "+32470123456"),
        # what a spreadsheet, or a form, made of it
        ("612345678", "+31612345678"),
        ("31612345678", "+31612345678"),
        ("'0612345678", "+31612345678"),
        ("'+31612345678", "+31612345678"),
        ("3.16E+10", None),
        # two, or perhaps
        ("0612345678 / 0531234567", None),
        ("06-12345678 / 0612", None),
        ("0612345678\n0687654321", None),
        ("+31612345678 +31687654321", None),
        ("053-4567890/91", None),
        ("06-12345678 (na 17 uur)", None),
        # none: too short, of no country, of none that exists here
        ("06-1234567", None),
        ("32470123456", None),
        ("81234567", None),
        ("14 053", None),
        ("O6-12345678", None),
        ("06-1234567\u0665", None),
        ("+", None),
        ("", None),
    ],
)
def test_what_is_surely_one_number(written: str, number: str | None) -> None:
    assert phone_of(written) == number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+31612345678", "06 12345678"),
        ("+31531234567;ext=12", "053 123 4567 ext. 12"),
        ("+32470123456", "+32 470 12 34 56"),
        ("?", "?"),
    ],
)
def test_it_is_shown_as_it_is_dialled_from_here(number: str, shown: str) -> None:
    assert phone_shown(number) == shown
    assert phone_of(shown) in (number, None)


def test_a_text_may_write_it_in_many_ways() -> None:
    assert {"+31612345678", "0031612345678", "06 12345678", "0612345678", "06-12345678"} == set(
        phone_spellings("+31612345678")
    )
    assert {"053-1234567", "053-123 4567"} <= set(phone_spellings("+31531234567"))
