"""Every form of value but numbers that organisers' files hold, one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cohorts.geography.gazetteer import spot_of_place
from cohorts.intake.table import Cell, Lost
from cohorts.intake.values.dates import Order, order_of, read_moment, read_year
from cohorts.intake.values.identifiers import (
    looks_like_citizen_numbers,
    looks_like_vat_numbers,
    passes_eleven_test,
    read_kvk,
)
from cohorts.intake.values.locate import read_postcode
from cohorts.intake.values.missing import is_missing, lacks
from cohorts.intake.values.picked import read_one, read_several, read_truth, sign_of
from cohorts.intake.values.sbi import read_sbi
from cohorts.intake.values.unreadable import Unreadable


@pytest.mark.parametrize(
    "cell", ["", " ", None, "n.v.t.", "NVT", "-", "onbekend", "Unknown", "N/A", "anonymous"]
)
def test_missing(cell: Cell) -> None:
    assert is_missing(cell)


@pytest.mark.parametrize(
    ("field", "cell", "missing"),
    [
        ("fte", "geen", True), ("fte", "NA", True), ("themes", "none", True),
        ("name", "Na", False), ("company", "None", False), ("company", "n.v.t.", True),
        ("name", "anonymous", True), ("id", "NA", False), ("id", "n.v.t.", False),
        ("id", "-", True),
        ("fte", Lost("intake.fault", "#REF!"), True), ("id", Lost("intake.fault", "#REF!"), True),
    ],
)  # fmt: skip
def test_a_word_for_nothing_counts_where_a_value_is_asked(
    field: str, cell: Cell, missing: bool
) -> None:
    assert lacks(field, cell) is missing


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
        ("2018/02/09 12:05:00 a.m. CET", Order.DAY_FIRST, "2018-02-09T00:05:00"),
        ("4-5-2026 10.59", Order.DAY_FIRST, "2026-05-04T10:59:00"),
        ("4 mei 2026 om 10:59", Order.DAY_FIRST, "2026-05-04T10:59:00"),
        ("May 4, 2026", Order.DAY_FIRST, "2026-05-04"),
        ("4-mrt-2026", Order.DAY_FIRST, "2026-03-04"),
        (46146.5, Order.DAY_FIRST, "2026-05-04T12:00:00"),  # as a spreadsheet counts days
        ("46146", Order.DAY_FIRST, "2026-05-04"),
        ("2024-03-01T08:00:00Z", Order.DAY_FIRST, "2024-03-01T08:00:00"),
        (datetime(2026, 5, 4, 10, 59, 37, tzinfo=UTC), Order.DAY_FIRST, "2026-05-04T10:59:37"),
        (date(2026, 5, 4), Order.DAY_FIRST, "2026-05-04"),
    ],
)
def test_moments(cell: Cell, order: Order, expected: str) -> None:
    assert read_moment(cell, order) == expected


@pytest.mark.parametrize(
    "cell",
    ["31-2-2024", "13-13-2024", "gisteren", "2024", "0-0-0000", "4 foo 2026", "4-5-2026 25:99"],
)
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
        ("2.014", 2014),
        (41000.0, 2012),
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
        ("KVK-nummer: 12345678", ("12345678", False)),
        ("12.345.678", ("12345678", False)),
        ("12345678.0", ("12345678", False)),
        ("1234567.0", ("01234567", True)),
    ],
)
def test_kvk_numbers(cell: Cell, expected: tuple[str, bool]) -> None:
    assert read_kvk(cell) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "123456789012",
        "12345678 0000",
        "123456782",
        "12",
        "onbekend",
        "1234567a",
        "00000000",
        "2,41392E+11",
        "１２３４５６７８",
    ],
)
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
    "cell",
    ["1059 CM", "1059cm", "1059", 1059, 1059.0, " 1059  CM ", "NL-1059CM", "1059 CM Amsterdam"],
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
    for name in ("ZWOLLE", "Zwolle, Overijssel", "Zwolle (Ov.)"):
        assert spot_of_place(name) == spot_of_place("Zwolle")
    for name, municipality in {
        "Den Haag": "Den Haag",
        "’s-Hertogenbosch": "'s-Hertogenbosch",
        "Den Bosch": "'s-Hertogenbosch",
        "Alphen a/d Rijn": "Alphen aan den Rijn",
        "gemeente Twenterand": "Twenterand",
        "Súdwest-Fryslân": "Sûdwest Fryslân",
        "Groningen": "Groningen",
        "Bergen, Limburg": "Bergen",
    }.items():
        spot = spot_of_place(name)
        assert spot is not None
        assert spot.municipality == municipality
    gelderland = spot_of_place("Hengelo", "Gld")
    assert gelderland is not None
    assert gelderland.place == "Hengelo (Gld)"
    assert spot_of_place("Bergen") is None  # also the name of two municipalities
    assert spot_of_place("Amsterdam, NH, Netherlands; Remote") == spot_of_place("Amsterdam")
    assert spot_of_place("Utrecht, UT, Netherlands; Amsterdam, NH, Netherlands") == spot_of_place(
        "Utrecht"
    )
    assert spot_of_place("Maastricht, LI, Netherlands") == spot_of_place("Maastricht")
    assert spot_of_place("Bern") is not None
    assert spot_of_place("Bern, Switzerland") is None
    assert spot_of_place("(" * 200_000) is None
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
    assert read_one("Fase 2: groei", "life_phase") == "growth"
    assert read_one("Startende onderneming (0-3 jaar)", "life_phase") == "start"
    for cell, subject in (("start of groei", "life_phase"), ("niet bevestigd", "status")):
        with pytest.raises(Unreadable):
            read_one(cell, subject)
    assert read_truth("Ja, ik ga akkoord met de voorwaarden")
    assert not read_truth("Ik ga niet akkoord")
    with pytest.raises(Unreadable) as caught:
        read_one("wie weet", "status")
    assert "confirmed" in caught.value.facts["known"]  # type: ignore[operator]  # a fact is any object


def test_several_answers() -> None:
    assert read_several("Personeel;Groei;") == ("Personeel", "Groei")
    assert read_several("Personeel, Groei") == ("Personeel", "Groei")
    assert read_several("Personeel, behoud;Groei") == ("Personeel, behoud", "Groei")
    assert read_several("a|b|a") == ("a", "b")
    assert read_several("Personeel (werven, behouden), Groei") == (
        *("Personeel (werven, behouden)", "Groei"),
    )
    assert sign_of(["Personeel, behoud", "Groei;Personeel, behoud;"]) == ";"
    assert read_several("Personeel, behoud", ";") == ("Personeel, behoud",)


@pytest.mark.parametrize(
    ("cell", "code"),
    [("62.01", "6201"), ("62010", "62010"), (6201.0, "6201"), ("62.01 Maken van software", "6201"),
     ("SBI 62.01", "6201"), ("J 62.01", "6201"), ("01.11", "0111")],
)  # fmt: skip
def test_activity_codes(cell: Cell, code: str) -> None:
    assert read_sbi(cell)[0] == code


@pytest.mark.parametrize("cell", ["software", "6", "1234567", "62x"])
def test_no_activity_code(cell: Cell) -> None:
    with pytest.raises(Unreadable):
        read_sbi(cell)


@pytest.mark.parametrize("cell", ["in overleg", "N.t.b.", "flexibel", "it depends"])
def test_who_has_not_decided_said_no_time(cell: str) -> None:
    assert lacks("availability", cell)
    assert not lacks("themes", cell)
