"""Bands that became dates: what stood there before."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cohorts.intake import FieldMap, read_applicants
from cohorts.intake.table import Cell
from cohorts.intake.values.number_style import Style
from cohorts.intake.values.spoiled import band_of, band_of_serial


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("10-feb", "2-10"),
        ("2-okt", "2-10"),
        ("Feb-10", "2-10"),
        ("10 mei", "5-10"),
        ("okt-49", "10-49"),
        ("nov-50", "11-50"),
        (date(2026, 10, 2), "2-10"),
        (datetime(2026, 2, 10, tzinfo=UTC), "2-10"),
        (date(1949, 10, 1), "10-49"),
        (date(2020, 11, 1), "1-11 / 11-20"),  # which of the two is lost
        ("2026-10-02 00:00:00", "2-10"),
        ("2-10-2026", "2-10"),
    ],
)
def test_the_band_a_date_was_made_of(cell: Cell, band: str) -> None:
    assert band_of(cell) == band


@pytest.mark.parametrize(
    "cell", ["10-50", "12", "8 = goed", "mei", "1-2 mln", 12, None, "31-31-2026"]
)
def test_what_is_no_date(cell: Cell) -> None:
    assert band_of(cell) is None


@pytest.mark.parametrize(
    ("number", "band"),
    [
        (43475, "1-10"),
        (46063, "2-10"),
        (18172, "10-49"),
        (18173, None),
        (250, None),
        (43475.5, None),
    ],
)
def test_days_counted(number: float, band: str | None) -> None:
    """43475 is 10 January 2019, 18172 1 October 1949, 18173 a day later."""
    assert band_of_serial(number) == band


def test_a_number_of_days_is_no_number_of_staff_unless_the_map_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id;bedrijf;fte;omzet\n1;A;43475;43475\n2;B;10-feb;9-mei\n3;C;12;5\n")
    found = read_applicants(path)
    assert [(a.fte, a.turnover) for a in found] == [(None, 43475), (None, None), (12, 5)]
    told = read_applicants(path, FieldMap(numbers={"fte": Style.DUTCH}))
    assert [a.fte for a in told] == [43475, None, 12]
    codes = {(r.code.removeprefix("intake."), r.column, r.row) for r in found.report.remarks}
    assert codes == {
        ("band_date_column", "fte", None),
        ("band_date_column", "omzet", None),
        ("band_date", "fte", 2),
        ("band_date", "fte", 3),
        ("band_date", "omzet", 3),
    }


def test_a_date_among_bands_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "id;bedrijf;Vestigingen;Intake\n1;A;11-50;3-mei\n2;B;2-okt;4-mei\n3;C;50+;9-mei\n"
    )
    found = read_applicants(path)
    assert [a.text("Vestigingen") for a in found] == ["11-50", None, "50+"]
    assert [a.text("Intake") for a in found] == ["3-mei", "4-mei", "9-mei"]  # a column of dates
