"""Every form of number that organisers' files hold, one by one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.intake.fields.own_column import OwnColumn, are_amounts
from cohorts.intake.table import Cell
from cohorts.intake.values.amounts import is_amount
from cohorts.intake.values.number_style import Style, clashing, style_of
from cohorts.intake.values.numbers import Amount, read_amount
from cohorts.intake.values.unreadable import Unreadable

DUTCH, ENGLISH = Style.DUTCH, Style.ENGLISH


def exact(value: float) -> Amount:
    return Amount(value, value, value)


@pytest.mark.parametrize(
    ("cell", "style", "expected"),
    [
        ("€ 1.250.000,-", DUTCH, exact(1_250_000)),
        ("€ 1.250.000,--", DUTCH, exact(1_250_000)),
        ("1,25 mln", DUTCH, exact(1_250_000)),
        ("1.25 mln", ENGLISH, exact(1_250_000)),
        ("€ 250k", DUTCH, exact(250_000)),
        ("€250.000", DUTCH, exact(250_000)),
        ("1.250", DUTCH, exact(1250)),
        ("1,250", ENGLISH, exact(1250)),
        ("1.5", ENGLISH, exact(1.5)),
        ("1.250,50", DUTCH, exact(1250.5)),
        ("1,250.50", ENGLISH, exact(1250.5)),
        ("EUR 12 500", DUTCH, exact(12_500)),
        ("3 ton", DUTCH, exact(300_000)),
        ("€ 3.000,-", Style.MIXED, exact(3000)),
        ("€ 1.250,- tot 2.500,-", Style.MIXED, Amount(math.sqrt(1250 * 2500), 1250, 2500)),
        ("2 miljoen", DUTCH, exact(2e6)),
        ("-15.000", DUTCH, exact(-15_000)),
        ("0", DUTCH, exact(0)),
        ("ca. 12", DUTCH, exact(12)),
        ("ongeveer 12 medewerkers", DUTCH, exact(12)),
        ("0,8 fte", DUTCH, exact(0.8)),
        ("2,41392E+11", DUTCH, Amount(2.41392e11, 2.41392e11, 2.41392e11, rounded=True)),
        ("10 - 50 fte", DUTCH, Amount(math.sqrt(500), 10, 50)),
        ("10-49", DUTCH, Amount(math.sqrt(490), 10, 49)),
        ("10 tot 50", DUTCH, Amount(math.sqrt(500), 10, 50)),
        ("10 t/m 50", DUTCH, Amount(math.sqrt(500), 10, 50)),
        ("0-10", DUTCH, Amount(5, 0, 10)),
        ("1-2 mln", DUTCH, Amount(math.sqrt(2) * 1e6, 1e6, 2e6)),
        ("€ 100.000 – € 500.000", DUTCH, Amount(math.sqrt(5e10), 1e5, 5e5)),
        ("50+", DUTCH, Amount(50, 50, None)),
        ("meer dan 50", DUTCH, Amount(50, 50, None)),
        ("> 50", DUTCH, Amount(50, 50, None)),
        ("minder dan 10", DUTCH, Amount(10, None, 10)),
        ("< 10", DUTCH, Amount(10, None, 10)),
        ("€ 1.250.000.-", DUTCH, exact(1_250_000)),
        ("-€ 15.000", DUTCH, exact(-15_000)),
        ("− 15.000", DUTCH, exact(-15_000)),
        ("(15.000)", DUTCH, exact(-15_000)),
        ("1\u202f250\u202f000", DUTCH, exact(1_250_000)),
        ("100000 euro per jaar", DUTCH, exact(100_000)),
        ("€ 250.000,- excl. BTW", DUTCH, exact(250_000)),
        ("12 (waarvan 3 parttime)", DUTCH, exact(12)),
        ("12 jaar", DUTCH, exact(12)),
        ("8 = heel ambitieus", DUTCH, exact(8)),
        ("1 - helemaal niet", DUTCH, exact(1)),
        ("tussen 10 en 50", DUTCH, Amount(math.sqrt(500), 10, 50)),
        ("50 of meer", DUTCH, Amount(50, 50, None)),
        ("50 or more employees", DUTCH, Amount(50, 50, None)),
        ("10 of minder", DUTCH, Amount(10, None, 10)),
        (12, DUTCH, exact(12)),
        (12.5, ENGLISH, exact(12.5)),
    ],
)
def test_amounts(cell: Cell, style: Style, expected: Amount) -> None:
    read = read_amount(cell, style)
    assert read.value == pytest.approx(expected.value)
    assert (read.low, read.high, read.rounded) == (expected.low, expected.high, expected.rounded)


@pytest.mark.parametrize(
    "cell",
    [
        10**400,
        "9" * 400,
        "1" + " " * 150_000 + "!",
        "veel",
        "12 paarden",
        "1.2.3",
        "10-5",
        "1-2-3",
        "€",
        "--5",
        True,
        math.inf,
        "1e999",
        "٣x",
    ],
)
def test_no_amount(cell: Cell) -> None:
    with pytest.raises(Unreadable):
        read_amount(cell, DUTCH)


def test_a_column_tells_its_own_style() -> None:
    assert style_of(["1.250", "1.250,50"]) is DUTCH
    assert style_of(["1,250", "1,250.50"]) is ENGLISH
    assert style_of(["1.250", "3.500"]) is DUTCH
    assert style_of(["1,250", "12,000"]) is ENGLISH  # nobody counts in thousandths
    assert style_of(["1,250", "12,5"]) is Style.MIXED  # 1250 beside 12.5, or 1.25
    assert style_of(["1.250", "12.50"]) is Style.MIXED
    assert style_of(["1.250", "12,50"]) is DUTCH  # each sign has one meaning
    assert style_of(["12.50", "800", "3"]) is ENGLISH
    assert style_of(["0,800", "1,250"]) is Style.MIXED  # three decimals, or thousands
    assert style_of(["1.250", "1,250"]) is Style.MIXED
    assert style_of(["1.250,50", "1,250.50"]) is Style.MIXED
    assert read_amount("1.250,50", Style.MIXED).value == 1250.5
    assert read_amount("1,250.50", Style.MIXED).value == 1250.5
    with pytest.raises(Unreadable, match=r"mixed_styles|"):
        read_amount("1.250", Style.MIXED)


@given(st.integers(0, 10**9), st.sampled_from([DUTCH, ENGLISH]))
def test_written_whole_numbers_read_back(number: int, style: Style) -> None:
    written = f"{number:,}" if style is ENGLISH else f"{number:,}".replace(",", ".")
    assert read_amount(written, style).value == number


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_unreadable(text: str) -> None:
    for style in Style:
        try:
            amount = read_amount(text, style)
        except Unreadable:
            continue
        assert math.isfinite(amount.value)


def test_columns_of_amounts_and_of_codes() -> None:
    assert are_amounts(["1.250", "€ 3.500,-", "0,5"], DUTCH)
    assert not are_amounts(["0612345678", "12"], DUTCH)
    assert not are_amounts(["10-50"], DUTCH)
    assert are_amounts(["1.250", "veel"], DUTCH)  # a word among numbers
    assert not are_amounts(["1.250", "veel", "weinig"], DUTCH)
    assert are_amounts(["1.250", "12.50"], Style.MIXED)  # asked about, cell by cell
    assert not are_amounts(["12", "12a", "14"], DUTCH)  # house numbers
    assert are_amounts(["15%", "7,5 %", "20 procent"], DUTCH)
    assert are_amounts(["12 500", "- € 1.250,-", 7.5], DUTCH)


def test_two_numbers_that_each_can_be_read_in_two_ways_clash() -> None:
    assert clashing(["1.250", "1,250"]) == ("1,250", "1.250")
    assert clashing(["1.250", "2.500"]) is None


def test_a_power_of_ten_tells_nothing_of_the_style() -> None:
    assert style_of(["1.5E+05", "2,5"]) is Style.DUTCH


def test_one_among_per_cents_may_be_all_of_it() -> None:
    own = OwnColumn.of(["15%", "20%", 1], Style.DUTCH)
    assert own.number("15%") == 15
    with pytest.raises(Unreadable, match="share"):
        own.number(1)


def test_a_long_text_is_no_amount() -> None:
    """To see that of 200,000 signs by a pattern would take the square of them."""
    assert is_amount("1-1")
    assert not is_amount("1-" * 100_000 + "x")
