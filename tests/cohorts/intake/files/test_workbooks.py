"""Workbooks: which sheet and row hold the answers, and workbooks made to bring a reader down."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from cohorts.errors import InputError
from cohorts.intake import read_applicants
from cohorts.intake.files.any_file import read_table

Sheet = list[list[object]]
ANSWERS: Sheet = [["ID", "Bedrijfsnaam", "Omzet"], [1, "Jansen", 1000], [2, "Smederij", 2000]]


def workbook(path: Path, **sheets: Sheet) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def codes(path: Path) -> list[tuple[str, int | None]]:
    return [(r.code.removeprefix("intake."), r.row) for r in read_applicants(path).report.remarks]


def test_titles_above_the_headers_and_a_total_below(tmp_path: Path) -> None:
    title: Sheet = [["Aanmeldingen 2026"], [], *ANSWERS, [], ["Totaal", None, 3000]]
    path = workbook(tmp_path / "a.xlsx", Blad1=title)
    assert [a.company for a in read_applicants(path)] == ["Jansen", "Smederij"]
    assert codes(path) == [("title_row", 1), ("total_row", 7)]


def test_a_company_called_total_is_a_company(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Blad1=[*ANSWERS, [3, "Total", 10]])
    assert len(read_applicants(path)) == 3


def test_headers_we_do_not_know_are_no_title(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Blad1=[["Geur", "Smaak"], ["Naam", "status"], ["x", "y"]])
    assert read_table(path).headers == ("Naam", "status")
    path = workbook(tmp_path / "b.xlsx", Blad1=[["Geur", "Smaak"], ["rood", "zoet"]])
    assert read_table(path).headers == ("Geur", "Smaak")


def test_the_sheet_with_answers_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", Toelichting=[["Lees dit"], ["eerst"]], Antwoorden=ANSWERS, Leeg=[]
    )
    found = read_applicants(path)
    assert found.report.detail == "Antwoorden"
    assert found.report.remarks[0].facts["others"] == ("Toelichting", "Leeg")


def test_names_of_sheets_turn_no_line_round(tmp_path: Path) -> None:
    sheets: dict[str, Sheet] = {"a\u202eb": ANSWERS, "\u2067Uitleg": [["Lees dit"]]}
    found = read_applicants(workbook(tmp_path / "a.xlsx", **sheets))
    assert found.report.detail == "ab"
    assert found.report.remarks[0].facts["others"] == ("Uitleg",)


def test_a_hidden_sheet_is_read_last(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Oud=[["ID", "Bedrijfsnaam"], [9, "Oud"]], Nieuw=ANSWERS)
    book = openpyxl.load_workbook(path)
    book["Oud"].sheet_state = "hidden"
    book.save(path)
    assert [a.id for a in read_applicants(path)] == ["1", "2"]
    assert codes(path) == []


@pytest.mark.parametrize(("row", "column"), [(1_048_576, 16_384), (1_000_000, 10), (3, 5_000_000)])
def test_one_cell_in_a_far_corner(row: int, column: int, tmp_path: Path) -> None:
    """A reader that lays out all that lies before it would need half a terabyte."""
    path = workbook(tmp_path / "a.xlsx", Blad1=ANSWERS)
    letters, number = "", column
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    far = f'<row r="{row}"><c x=">" r="{letters}{row}"><v>1</v></c></row></sheetData>'.encode()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", far)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(InputError, match=r"intake\.reaches_too_far"):
        read_applicants(path)


def with_sheet(path: Path, content: str) -> Path:
    """A workbook with this as the cells of its one sheet."""
    workbook(path, Blad1=ANSWERS)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{spreadsheet}"><sheetData>{content}</sheetData></worksheet>'
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


TEXT = '<c t="inlineStr"><is><t>{}</t></is></c>'


def test_rows_without_numbers_below_a_far_cell(tmp_path: Path) -> None:
    """One wide row and many that do not say where they stand: laid out, 6 million cells."""
    wide = '<row><c r="XFD1"><v>1</v></c></row>'
    path = with_sheet(tmp_path / "a.xlsx", wide + "<row><c><v>1</v></c></row>" * 400)
    with pytest.raises(InputError, match=r"intake\.reaches_too_far"):
        read_applicants(path)


def test_a_cell_without_end(tmp_path: Path) -> None:
    content = f"<row>{TEXT.format('ID')}{TEXT.format('Naam')}</row>"
    content += f"<row>{TEXT.format('1')}{TEXT.format('x' * 200_001)}</row>"
    with pytest.raises(InputError, match=r"intake\.cell_too_long") as caught:
        read_applicants(with_sheet(tmp_path / "a.xlsx", content))
    assert caught.value.problems[0].facts["row"] == "2 (B)"


def test_more_rows_than_a_table_has(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>" * 200_100)
    with pytest.raises(InputError, match=r"intake\.too_many_rows"):
        read_applicants(path)


def test_definitions_in_a_workbook_are_refused(tmp_path: Path) -> None:
    """Ten small ones can stand for gigabytes, and one can stand for a file of this machine."""
    path = with_sheet(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + parts[sheet]
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(InputError, match=r"intake\.broken_workbook"):
        read_applicants(path)


def test_a_process_that_takes_too_long_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "a.xlsx", Blad1=ANSWERS)
    monkeypatch.setattr("cohorts.intake.files.apart.START", "import os; os.abort()")
    with pytest.raises(InputError, match=r"intake\.workbook_gave_up"):
        read_applicants(path)
    monkeypatch.setattr("cohorts.intake.files.apart.START", "import time; time.sleep(60)")
    monkeypatch.setattr("cohorts.intake.files.workbook.SECONDS", -1)
    with pytest.raises(InputError, match=r"intake\.workbook_gave_up"):
        read_applicants(path)


@pytest.mark.parametrize("cell", ['<c t="s"><v>{}</v></c>', '<c t="s" x=">"><f/><v>{}</v></c>'])
def test_one_long_text_in_many_cells(cell: str, tmp_path: Path) -> None:
    """Small as it lies, and 3 GB of text for whoever copies it into every cell."""
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet().write_row(0, 0, ["ID", "Bedrijfsnaam", "x" * 30_000])
    book.close()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    rows = "".join(f"<row>{cell.format(2) * 10}</row>" for _ in range(10_000))
    parts[sheet] = parts[sheet].replace(b"</sheetData>", rows.encode() + b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(InputError, match=r"intake\.unpacks_too_large"):
        read_applicants(path)


CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def open_document(path: Path, rows: str) -> Path:
    """A workbook as LibreOffice writes it."""
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Blad1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path


def row(*cells: str, end: str = "", repeated: int = 1) -> str:
    inside = "".join(CELL.format(cell) for cell in cells) + end
    return f'<table:table-row table:number-rows-repeated="{repeated}">{inside}</table:table-row>'


def test_an_open_document_with_its_empty_rows_and_columns(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16380"/>'
    rows = row("ID", "Bedrijfsnaam", end=empty) + row("1", "Jansen", end=empty)
    rows += f'<table:table-row table:number-rows-repeated="1048570">{empty}</table:table-row>'
    found = read_applicants(open_document(tmp_path / "a.ods", rows))
    assert [(a.id, a.company) for a in found] == [("1", "Jansen")]
    assert found.report.kind == "ods"


@pytest.mark.parametrize(
    "rows",
    [
        row("ID", "Bedrijfsnaam") + row("1", "Jansen", repeated=10_000_000),
        row("ID", "Bedrijfsnaam", end='<table:table-cell table:number-columns-repeated="9000000"/>'
            + CELL.format("x")),
        row("ID", end='<table:table-cell table:number-columns-repeated="9000000" '
            'office:value="1"/>'),
        row("ID", "x") + '<table:table-row table:number-rows-repeated="9999999"/>' + row("1", "x"),
    ],
)  # fmt: skip
def test_an_open_document_that_repeats_without_end(rows: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"intake\.reaches_too_far"):
        read_applicants(open_document(tmp_path / "a.ods", rows))


def test_an_open_document_that_repeats_a_long_text(tmp_path: Path) -> None:
    rows = row("ID", "Bedrijfsnaam") + row("1", "x" * 10_000, repeated=100_000)
    with pytest.raises(InputError, match=r"intake\.unpacks_too_large"):
        read_applicants(open_document(tmp_path / "a.ods", rows))


@pytest.mark.parametrize(
    "rows", ["</table:table-row>", "</table:table-cell>", "<table:table-row/>"]
)
def test_an_open_document_that_is_no_document(rows: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_applicants(open_document(tmp_path / "a.ods", rows))


def test_workbooks_that_are_not_read_say_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
    with pytest.raises(InputError, match=r"intake\.old_workbook"):
        read_applicants(path)
    path.write_bytes(path.read_bytes() + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(InputError, match=r"intake\.locked_workbook"):
        read_applicants(path)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.bin", b"x")
    path.write_bytes(buffer.getvalue())
    with pytest.raises(InputError, match=r"intake\.old_workbook"):
        read_applicants(path)
