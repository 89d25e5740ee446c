"""Every form of value that organisers' files hold, one by one."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.intake.choices import read_one, read_several, read_truth
from cohorts.intake.dates import Order, order_of, read_moment, read_year
from cohorts.intake.identifiers import (
    looks_like_citizen_numbers,
    looks_like_vat_numbers,
    passes_eleven_test,
    read_kvk,
)
from cohorts.intake.missing import is_missing
from cohorts.intake.numbers import Amount, Style, read_amount, style_of
from cohorts.intake.places import read_postcode, spot_of_place
from cohorts.intake.remark import Unreadable
from cohorts.intake.table import Cell

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
    ["veel", "12 paarden", "1.2.3", "10-5", "1-2-3", "€", "--5", True, math.inf, "1e999", "٣x"],
)
def test_no_amount(cell: Cell) -> None:
    with pytest.raises(Unreadable):
        read_amount(cell, DUTCH)


def test_a_column_tells_its_own_style() -> None:
    assert style_of(["1.250", "1.250,50"]) is DUTCH
    assert style_of(["1,250", "1,250.50"]) is ENGLISH
    assert style_of(["1.250", "3.500"]) is DUTCH
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


@pytest.mark.parametrize(
    "cell", ["", " ", None, "n.v.t.", "NVT", "-", "onbekend", "Unknown", "N/A", "anonymous"]
)
def test_missing(cell: Cell) -> None:
    assert is_missing(cell)


@pytest.mark.parametrize("cell", ["0", 0, 0.0, False, "nee", "geen personeel"])
def test_not_missing(cell: Cell) -> None:
    assert not is_missing(cell)


@pytest.mark.parametrize(
    ("cell", "order", "expected"),
    [
        ("13-4-2023", Order.DAY_FIRST, "2023-04-13"),
        ("01-02-2024", Order.DAY_FIRST, "2024-02-01"),
        ("7/2/20 11:00:22", Order.MONTH_FIRST, "2020-07-02T11:00:22"),
        ("4-5-2026 10:59:37", Order.DAY_FIRST, "2026-05-04T10:59:37"),
        ("2018/02/09 2:43:50 PM EST", Order.DAY_FIRST, "2018-02-09T14:43:50"),
        ("2018/02/09 12:05:00 AM", Order.DAY_FIRST, "2018-02-09T00:05:00"),
        ("2024-03-01T08:00:00Z", Order.DAY_FIRST, "2024-03-01T08:00:00"),
        (datetime(2026, 5, 4, 10, 59, 37, tzinfo=UTC), Order.DAY_FIRST, "2026-05-04T10:59:37"),
        (date(2026, 5, 4), Order.DAY_FIRST, "2026-05-04"),
    ],
)
def test_moments(cell: Cell, order: Order, expected: str) -> None:
    assert read_moment(cell, order) == expected


@pytest.mark.parametrize("cell", ["31-2-2024", "13-13-2024", "gisteren", "2024", "0-0-0000"])
def test_no_moment(cell: Cell) -> None:
    with pytest.raises(Unreadable):
        read_moment(cell, Order.DAY_FIRST)


def test_order_of_dates() -> None:
    assert order_of(["01-02-2024", "03-04-2024"]) is Order.DAY_FIRST
    assert order_of(["7/2/20 11:00:22", "7/13/20 9:00:00"]) is Order.MONTH_FIRST
    assert order_of(["13-4-2023", "7/13/20"]) is Order.DAY_FIRST


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (2014, 2014),
        (2014.0, 2014),
        ("sinds 2014", 2014),
        ("13-4-2023", 2023),
        (date(1999, 1, 2), 1999),
    ],
)
def test_years(cell: Cell, expected: int) -> None:
    assert read_year(cell) == expected


@pytest.mark.parametrize("cell", ["2014 of 2015", "vorig jaar", 14, "20145"])
def test_no_year(cell: Cell) -> None:
    with pytest.raises(Unreadable):
        read_year(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12345678", ("12345678", False)),
        ("1234 5678", ("12345678", False)),
        ("KvK: 12345678", ("12345678", False)),
        (1234567, ("01234567", True)),
        (1234567.0, ("01234567", True)),
        ("123456", ("00123456", True)),
    ],
)
def test_kvk_numbers(cell: Cell, expected: tuple[str, bool]) -> None:
    assert read_kvk(cell) == expected


@pytest.mark.parametrize("cell", ["123456789012", "123456782", "12", "onbekend", "1234567a"])
def test_no_kvk_number(cell: Cell) -> None:
    with pytest.raises(Unreadable):
        read_kvk(cell)


def test_eleven_test_is_of_the_column() -> None:
    # 111222333: 9+8+7+12+10+8+9+6-3 = 66 = 6 x 11
    assert passes_eleven_test("111222333")
    assert not passes_eleven_test("111222334")
    real = [f"{n}" for n in range(100_000_000, 100_003_000) if passes_eleven_test(str(n))]
    assert looks_like_citizen_numbers(real[:20])
    assert looks_like_citizen_numbers(real[:5])
    assert not looks_like_citizen_numbers(real[:4])
    lost_zero = [str(n) for n in range(10_000_000, 10_000_300) if passes_eleven_test(str(n))]
    assert looks_like_citizen_numbers([*real[:10], *lost_zero[:5]])
    assert not looks_like_citizen_numbers(lost_zero)
    assert not looks_like_citizen_numbers([*real[:10], *["12345678"] * 10])


def test_vat_numbers_of_sole_traders() -> None:
    assert looks_like_vat_numbers(["111234567B01", "NL111234568B02", ""][:2])
    assert not looks_like_vat_numbers(["12345678", "111234567B01", "x"])


@pytest.mark.parametrize(
    "cell", ["1059 CM", "1059cm", "1059", 1059, 1059.0, " 1059  CM".replace("  ", " ")]
)
def test_postcodes(cell: Cell) -> None:
    written, spot = read_postcode(cell)
    assert written in ("1059 CM", "1059")
    assert spot is not None
    assert (spot.place, spot.municipality, spot.province) == (
        "Amsterdam",
        "Amsterdam",
        "Noord-Holland",
    )


@pytest.mark.parametrize("cell", ["0123 AB", "12345", "SW1A 1AA", "AB 1059"])
def test_no_postcode(cell: Cell) -> None:
    with pytest.raises(Unreadable):
        read_postcode(cell)


def test_places_by_name() -> None:
    zwolle = spot_of_place("zwolle", "Overijssel")
    assert zwolle is not None
    assert zwolle.province == "Overijssel"
    assert spot_of_place("Nergenshuizen") is None
    assert spot_of_place("Laren") is None  # in Noord-Holland and in Gelderland
    assert spot_of_place("Laren", "Gelderland") is not None
    rijswijk = spot_of_place("Rijswijk (GLD)")
    assert rijswijk is not None
    assert rijswijk.municipality == "Buren"
    elsewhere = spot_of_place("Zwolle (bij het station)")
    assert elsewhere is not None
    assert elsewhere.municipality == "Zwolle"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("Ja", True), ("nee", False), ("J", True), ("N", False), ("WAAR", True), ("ONWAAR", False),
     (True, True), (0.0, False), ("yes", True), ("false", False)],
)  # fmt: skip
def test_truth(cell: Cell, expected: object) -> None:
    assert read_truth(cell) is expected


def test_choices() -> None:
    assert read_one("Groei", "life_phase") == "growth"
    assert read_one("bevestigd", "status") == "confirmed"
    with pytest.raises(Unreadable) as caught:
        read_one("wie weet", "status")
    assert "confirmed" in caught.value.facts["known"]  # type: ignore[operator]


def test_several_answers() -> None:
    assert read_several("Personeel;Groei;") == ("Personeel", "Groei")
    assert read_several("Personeel, Groei") == ("Personeel", "Groei")
    assert read_several("Personeel, behoud;Groei") == ("Personeel, behoud", "Groei")
    assert read_several("a|b|a") == ("a", "b")
