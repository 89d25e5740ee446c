"""Number formats that change what is seen, and those that do not."""

from __future__ import annotations

import pytest

from cohorts.intake.files.sheets.formats import Kind, format_of


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("00000000", 1000010.0, "01000010"),
        ("0000", 123, "0123"),
        ("00.00", 1.1, "01.10"),
        ("00.00", 62.105, "62.11"),  # rounded as a spreadsheet does, half away from zero
        ("000-0000000", 201234567, "020-1234567"),
        ('"KvK "00000000', 1000010, "KvK 01000010"),
        ("00 00 00", 12345, "01 23 45"),
        ("0000;[Red]-0000", 42, "0042"),
        ("00", 1234, "1234"),
        ("00", -7, "-07"),
    ],
)
def test_zeros_before_a_number(code: str, number: float, shown: str) -> None:
    found = format_of(code)
    assert found is not None
    assert (found.kind, found.render(number)) == (Kind.ZEROS, shown)


@pytest.mark.parametrize("code", ["0%", "0.00%", "0.0 %", "[Red]0%", '0"."0%'])
def test_per_cents(code: str) -> None:
    found = format_of(code)
    assert found is not None
    assert found.kind is Kind.PERCENT


@pytest.mark.parametrize("code", ["#,##0,", "0,", '0.0,,"M"', "#,##0,;-#,##0,"])
def test_numbers_without_their_thousands(code: str) -> None:
    found = format_of(code)
    assert found is not None
    assert found.kind is Kind.SCALED


@pytest.mark.parametrize(
    "code",
    ["General", "0", "0.00", "#,##0", "#,##0.00", "d-mmm", "yyyy", "hh:mm", "@", "0.00E+00",
     '0" %"', r"0\%", "", ";;;", "0,000", '"', "[", "0" * 300],
)  # fmt: skip
def test_formats_that_leave_a_number_as_it_is(code: str) -> None:
    assert format_of(code) is None
