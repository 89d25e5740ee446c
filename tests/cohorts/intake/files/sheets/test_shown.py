"""What a spreadsheet shows is what is read: hidden, merged, formatted and lost cells."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from cohorts.errors import InputError
from cohorts.intake import FieldMap, read_applicants
from cohorts.intake.answers import read_answers
from cohorts.intake.files.any_file import read_table
from cohorts.intake.files.apart import HOUSE, START
from cohorts.intake.files.workbook import READER, _answer
from cohorts.intake.table import Cell, Lost
from tests.cohorts.intake.files.test_workbooks import open_document, row

Sheet = list[list[object]]


def book(path: Path, rows: Sheet) -> tuple[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet]:
    """A workbook with these rows, still open."""
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet("Lijst")
    for i, cells in enumerate(rows):
        sheet.write_row(i, 0, cells)
    return made, sheet


def cells_of(path: Path) -> list[tuple[Cell, ...]]:
    return [cells for _, cells in read_table(path).rows]


PEOPLE: Sheet = [["Nummer", "Bedrijf"], *([i, f"Bedrijf {i}"] for i in range(1, 7))]


def filtered(path: Path) -> Path:
    made, sheet = book(path, PEOPLE)
    for hidden in (2, 4, 5):
        sheet.set_row(hidden, None, None, {"hidden": True})
    made.close()
    return path


def test_rows_that_a_filter_hides_are_left_out_and_named(tmp_path: Path) -> None:
    found = read_applicants(filtered(tmp_path / "a.xlsx"))
    assert [a.id for a in found] == ["1", "3", "6"]
    [remark] = found.report.remarks
    assert remark.code == "intake.hidden_rows_left"
    assert remark.facts == {"count": 3, "rows": ("3", "5-6")}


def test_hidden_rows_are_read_where_the_map_says_so(tmp_path: Path) -> None:
    found = read_applicants(filtered(tmp_path / "a.xlsx"), FieldMap(hidden_rows="read"))
    assert [a.id for a in found] == ["1", "2", "3", "4", "5", "6"]
    assert [r.code for r in found.report.remarks] == ["intake.hidden_rows_read"]


def test_headers_in_a_hidden_row_stay_headers(tmp_path: Path) -> None:
    made, sheet = book(tmp_path / "a.xlsx", PEOPLE)
    sheet.set_row(0, None, None, {"hidden": True})
    made.close()
    assert read_answers(tmp_path / "a.xlsx", FieldMap())[0].headers == ("Nummer", "Bedrijf")


def test_hidden_columns_are_read_and_said(tmp_path: Path) -> None:
    made, sheet = book(tmp_path / "a.xlsx", PEOPLE)
    sheet.set_column(1, 1, None, None, {"hidden": True})
    made.close()
    found = read_applicants(tmp_path / "a.xlsx")
    assert found[0].company == "Bedrijf 1"
    assert [r.facts["columns"] for r in found.report.remarks] == [("B",)]


def test_merged_cells_hold_their_value_over_their_whole_range(tmp_path: Path) -> None:
    made, sheet = book(
        tmp_path / "a.xlsx",
        [["Provincie", "Bedrijf", "fte"], ["", "A", 1], [], ["", "B", 2], ["", "C", 3]],
    )
    sheet.merge_range("A2:A4", "Overijssel")  # also over a row in which nobody stands
    sheet.merge_range("A5:A9", "Drenthe")  # further than there are people
    made.close()
    assert cells_of(tmp_path / "a.xlsx") == [
        ("Overijssel", "A", 1), ("Overijssel", "B", 2), ("Drenthe", "C", 3),
    ]  # fmt: skip


def test_a_merged_title_is_no_header_and_a_merged_header_is_one_everywhere(tmp_path: Path) -> None:
    made, sheet = book(tmp_path / "a.xlsx", [[], ["", "", ""], ["Naam", "fte", "x"], ["A", 1, 2]])
    sheet.merge_range("A1:C1", "Aanmeldingen 2026")
    sheet.merge_range("B2:C2", "Cijfers")
    made.close()
    told = _answer((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")["rows"]
    assert told[:2] == [[1, ["Aanmeldingen 2026"]], [2, ["", "Cijfers", "Cijfers"]]]


def test_numbers_as_they_are_shown(tmp_path: Path) -> None:
    made, sheet = book(tmp_path / "a.xlsx", [["Bedrijf", "KvK", "Aandeel", "Omzet", "Gesproken"]])
    shown = ["00000000", "0%", "#,##0,", "d-m-yyyy"]
    formats = [made.add_format({"num_format": code}) for code in shown]
    sheet.write_string(1, 0, "A")
    for column, number in enumerate([1000010, 0.15, 250_000, 46_063], 1):
        sheet.write_number(1, column, number, formats[column - 1])
    made.close()
    assert cells_of(tmp_path / "a.xlsx") == [("A", "01000010", 15.0, 250_000, date(2026, 2, 10))]
    found = read_applicants(tmp_path / "a.xlsx")
    assert (found[0].kvk, found[0].number("Aandeel"), found[0].turnover) == (
        "01000010",
        15,
        250_000,
    )
    assert [(r.code, r.facts["columns"]) for r in found.report.remarks] == [
        ("intake.scaled_columns", ("D",))
    ]


def test_days_counted_from_1904(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": True})
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["Bedrijf", "Gesproken"])
    sheet.write_string(1, 0, "A")
    sheet.write_datetime(1, 1, date(2026, 2, 10), made.add_format({"num_format": "d-m-yyyy"}))
    made.close()
    assert cells_of(tmp_path / "a.xlsx") == [("A", date(2026, 2, 10))]


def test_faults_and_formulas_without_an_outcome_are_told_cell_by_cell(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    assert made.active is not None
    for cells in (["Nummer", "Bedrijf", "fte", "x"], [1, "=A1", 4, "a"], [2, "B", "#DEEL/0!", "b"]):
        made.active.append(cells)
    made.active["D3"] = "#REF!"
    made.active["D3"].data_type = "e"
    made.save(tmp_path / "a.xlsx")
    found = read_applicants(tmp_path / "a.xlsx")
    assert [(a.company, a.fte, a.text("x")) for a in found] == [(None, 4, "a"), ("B", None, None)]
    assert [(r.code, r.row, r.column, r.value) for r in found.report.remarks] == [
        ("intake.formula", 2, "Bedrijf", "=A1"),
        ("intake.fault", 3, "fte", "#DEEL/0!"),
        ("intake.fault", 3, "x", "#REF!"),
    ]


def test_a_csv_holds_faults_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id;naam;bedrijf;fte\n1;A;#N/B;#WAARDE!\n2;B;C;Err:508\n")
    told = read_applicants(tmp_path / "a.csv").report.remarks
    assert [(r.row, r.value) for r in told] == [(2, "#N/B"), (2, "#WAARDE!"), (3, "Err:508")]


OPEN = (
    '<table:table-cell office:value-type="percentage" office:value="0.15"><text:p>15%</text:p>'
    '</table:table-cell><table:table-cell office:value-type="float" office:value="1000010">'
    "<text:p>01000010</text:p></table:table-cell>"
    '<table:table-cell table:formula="of:=[.A1]/0" office:value-type="string" '
    'office:string-value="" calcext:value-type="error"><text:p>#DEEL/0!</text:p>'
    "</table:table-cell>"
)


def test_an_open_document_as_it_is_shown(tmp_path: Path) -> None:
    spanned = '<table:table-cell table:number-rows-spanned="2" office:value-type="string">'
    rows = row("Provincie", "Bedrijf", "Aandeel", "KvK", "fte")
    rows += f"<table:table-row>{spanned}<text:p>Drenthe</text:p></table:table-cell>"
    rows += (
        row("A")
        .removeprefix('<table:table-row table:number-rows-repeated="1">')
        .replace("</table:table-row>", f"{OPEN}</table:table-row>")
    )
    rows += '<table:table-row table:visibility="filter"><table:covered-table-cell/>'
    rows += row("B").removeprefix('<table:table-row table:number-rows-repeated="1">')
    found = read_table(open_document(tmp_path / "a.ods", rows))
    assert found.rows == (
        (2, ("Drenthe", "A", 15.0, "01000010", Lost("intake.fault", "#DEEL/0!"))),
        (3, ("Drenthe", "B", None, None, None)),
    )
    left, _ = read_answers(tmp_path / "a.ods", FieldMap())
    assert [number for number, _ in left.rows] == [2]


def test_the_process_that_reads_brings_little_along() -> None:
    """It starts anew for every workbook; what an organiser waits for is what it imports."""
    heavy = {"pydantic", "numpy", "numba", "ortools", "pandas", "babel"}
    look = START.replace(".main()", f"\nprint(sorted({heavy!r} & {{*sys.modules}}))")
    ran = subprocess.run(
        [sys.executable, "-P", "-c", look, str(HOUSE), READER],
        capture_output=True,
        check=True,
        text=True,
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("share", range(1, 20))
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_workbook_that_was_cut_off_is_refused_in_words(
    share: int, kind: str, tmp_path: Path
) -> None:

    path = tmp_path / f"a.{kind}"
    if kind == "xlsx":
        filtered(path)
    else:
        open_document(path, row("ID", "Bedrijfsnaam") + row("1", "Jansen") * 50)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * share // 20])
    with pytest.raises(InputError, match=r"intake\.(broken_workbook|empty_file)"):
        read_applicants(path)


def test_a_label_merged_over_the_table_is_nobody(tmp_path: Path) -> None:
    """Also where its text stands nowhere below; a merge that other rows have too is no label."""
    head: list[object] = ["Naam", "", "Bedrijf", "Medewerkers"]
    people: Sheet = [[f"Piet{n}", f"Kip{n}", f"Kip {n}", 4] for n in "abcd"]
    made, sheet = book(tmp_path / "a.xlsx", [["Naam", "Bedrijf", "Medewerkers"], [], *ANSWERED])
    sheet.merge_range(1, 0, 1, 2, "Regio Oost")
    made.close()
    found = read_applicants(tmp_path / "a.xlsx")
    assert len(found) == len(ANSWERED)
    assert [(r.code, r.row) for r in found.report.remarks] == [("intake.note_row", 2)]

    made, sheet = book(tmp_path / "b.xlsx", [head, *people, []])
    for i, name in enumerate(["Naam", *(f"Piet{n} Kip" for n in "abcd"), "Rik Roos"]):
        sheet.merge_range(i, 0, i, 1, name)
    made.close()
    assert "Rik Roos" in [a.name for a in read_applicants(tmp_path / "b.xlsx")]


ANSWERED: Sheet = [[f"Piet{n} Kip{n}", f"Kip {n}", 4] for n in "abcde"]


def test_hidden_headers_and_skipped_rows_are_no_rows_left_out(tmp_path: Path) -> None:
    """So that those who applied are the rows, less what is said of them."""
    made, sheet = book(tmp_path / "a.xlsx", [["Naam", "Bedrijf", "Medewerkers"], *ANSWERED])
    for hidden in (0, 2, 3):
        sheet.set_row(hidden, None, None, {"hidden": True})
    made.close()
    [remark] = read_applicants(tmp_path / "a.xlsx").report.remarks
    assert remark.facts == {"count": 2, "rows": ("3-4",)}
    skipped, hidden_row = read_applicants(tmp_path / "a.xlsx", FieldMap(skip=(3,))).report.remarks
    assert (skipped.facts["count"], hidden_row.facts["rows"]) == (1, ("4",))
