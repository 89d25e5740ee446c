"""Cells typed over on the screen: read as the file is read, and what is wrong is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.intake import Applicants, read_applicants
from cohorts.intake.mended import mended
from cohorts.people.applicant import ApplicantId

ONE = ApplicantId("1")
FILE = """id;Bedrijf;Aantal medewerkers;Omzet;Plaats;Thema's;Tafel
1;Anker;veel;12,5 mln;Nergenshuizen;groei;rood
2;Berk;10;abc;Zwolle;groei|export;blauw
"""


@pytest.fixture
def read(tmp_path: Path) -> Applicants:
    file = tmp_path / "a.csv"
    file.write_text(FILE, encoding="utf-8")
    return read_applicants(file, {"themes": "Thema's"})


def told(read: Applicants) -> list[tuple[str, int | None, str]]:
    return [(remark.code, remark.row, remark.about) for remark in read.remarks]


AT_FIRST = [
    ("intake.places_unknown", None, ""),
    ("intake.number", 2, "fte"),
    ("intake.number", 3, "turnover"),
]


def test_what_is_typed_well_counts_and_its_remark_goes(read: Applicants) -> None:
    assert told(read) == AT_FIRST
    after = mended(read, {(ONE, "fte"): "ca. 12,5"})
    assert after.wrong == ()
    assert [a.fte for a in after.applicants] == [12.5, 10]
    assert told(after.applicants) == [AT_FIRST[0], AT_FIRST[2]]
    assert after.applicants[1] == read[1]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.250", 1250), ("€ 1,2 mln", 1_200_000), ("13.5", 13.5), ("0,8", 0.8), ("", None)],
)
def test_numbers_are_read_as_people_write_them(
    read: Applicants, typed: str, value: float | None
) -> None:
    """One typed number changes nothing about how the other cells were read."""
    after = mended(read, {(ONE, "turnover"): typed}).applicants
    assert after[0].turnover == after[0].turnover_low == after[0].turnover_high == value
    assert after[0].themes == read[0].themes
    assert after[1] == read[1]


def test_rubbish_is_not_mended(read: Applicants) -> None:
    after = mended(read, {(ONE, "fte"): "een stuk of wat", (ONE, "turnover"): "?!x"})
    assert [(a.id, r.code, r.column, r.value) for a, r in after.wrong] == [
        ("1", "intake.number", "Aantal medewerkers", "een stuk of wat"),
        ("1", "intake.number", "Omzet", "?!x"),
    ]
    assert (after.applicants[0].fte, after.applicants[0].turnover) == (None, None)
    assert told(after.applicants) == [
        *AT_FIRST[:2],
        ("intake.number", 2, "turnover"),
        AT_FIRST[2],
    ]


def test_another_place_lies_somewhere_else(read: Applicants) -> None:
    after = mended(read, {(ONE, "place"): "Deventer", (ApplicantId("2"), "place"): "Raalte"})
    assert [a.municipality for a in after.applicants] == ["Deventer", "Raalte"]
    assert after.applicants[1].latitude != read[1].latitude
    assert "intake.places_unknown" not in {code for code, *_ in told(after.applicants)}


def test_several_values_and_own_columns(read: Applicants) -> None:
    after = mended(read, {(ONE, "themes"): "export|groei", (ONE, "Tafel"): "groen"}).applicants
    assert after[0].themes == ("export", "groei")
    assert after[0].extra == {"Tafel": "groen"}
    assert mended(read, {(ONE, "Tafel"): ""}).applicants[0].extra == {}
