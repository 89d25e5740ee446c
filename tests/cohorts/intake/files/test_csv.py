"""CSV that is not neat: titles, totals, delimiters, signs of another encoding, quotation marks."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.intake import read_applicants, write_clean
from cohorts.intake.answers import read_answers
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.files.any_file import read_table

HEADERS, CELLS = ("id", "naam", "omzet"), ("1", "José", "1,5")


def written(folder: Path, content: str | bytes, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        "sep=\t\nid\tnaam\tomzet\n1\tJosé\t1,5\n",
        '"sep=;"\r\nid;naam;omzet\r\n1;José;1,5\r\n',
        "Aanmeldingen 2026\n\nid;naam;omzet\n1;José;1,5\n",
        "Aanmeldingen 2026, regio Oost;;\nid;naam;omzet\n1;José;1,5\n",
        "Export;1-5-2026;\nid;naam;omzet\n1;José;1,5\n",
        "id;naam;omzet;;\n1;José;1,5;;\n;;;;\n",
        "id|naam|omzet\r1|José|1,5\r",
        "id;naam;omzet\n1;Jo\x00sé;1,5\n",
        "id;naam;omzet\n1;José;1,5\n;Totaal;1,5\n",
        "id\tnaam\tomzet\n1\tJosé\t1,5\n".encode("utf-16-le"),
        "id\tnaam\tomzet\n1\tJosé\t1,5\n".encode("utf-16-be"),
        "id\tnaam\tomzet\n1\tJosé\t1,5\n".encode("utf-32"),
    ],
)
def test_csv_that_is_not_neat(content: str | bytes, tmp_path: Path) -> None:
    table, _ = read_answers(written(tmp_path, content), FieldMap())
    assert table.headers == HEADERS
    assert [cells for _, cells in table.rows] == [CELLS]


@pytest.mark.parametrize("content", ["Omzet\n1,5\n2,5\n", "Naam; voluit\nA\nB\n"])
def test_a_single_column_is_no_title(content: str, tmp_path: Path) -> None:
    assert len(read_table(written(tmp_path, content)).rows) == 2


def test_rows_keep_the_numbers_they_have_in_the_file(tmp_path: Path) -> None:
    content = 'sep=;\nLijst\n\nid;naam;fte\n1;"a\nb";veel\n2;c;veel\n'
    remarks = read_applicants(written(tmp_path, content)).report.remarks
    assert [(r.code, r.row) for r in remarks] == [
        ("intake.title_row", 2),
        ("intake.number", 5),
        ("intake.number", 7),
    ]


def test_the_row_where_a_quotation_mark_opens_is_named(tmp_path: Path) -> None:
    content = 'id;naam\n1;a\n2;"b\n' + "".join(f"{i};c\n" for i in range(3, 500))
    with pytest.raises(InputError, match=r"intake\.broken_quotes") as caught:
        read_table(written(tmp_path, content))
    assert caught.value.problems[0].facts["row"] == "3"


@pytest.mark.parametrize(
    "content",
    [
        b"<html><table><tr><td>id</td></tr></table></html>",
        b'<?xml version="1.0"?><Workbook/>',
        bytes(range(256)) * 40,
        b"\x7fELF" + bytes(200),
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a.json"])
def test_what_is_no_table(content: bytes, name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"intake\.not_a_table"):
        read_table(written(tmp_path, content, name))


def test_headers_that_repeat_or_could_run(tmp_path: Path) -> None:
    content = 'id;naam;naam;naam (2);=cmd;"\'=cmd";-;\n1;a;b;c;d;e;f;g\n'
    path = written(tmp_path, content)
    headers = read_table(path).headers
    assert headers == ("id", "naam", "naam (2)", "naam (2) (2)", "=cmd", "=cmd (2)", "-", "#8")
    found = read_applicants(path)
    write_clean(found, tmp_path / "clean.csv")
    assert list(read_applicants(tmp_path / "clean.csv")) == list(found)


def test_the_first_file_of_a_process_is_read_as_the_second(tmp_path: Path) -> None:
    """How long a cell may be is a setting of the process, which reading a file sets."""
    csv.field_size_limit(1_000)
    path = written(tmp_path, f"bedrijf,fte,vraagstuk\nA,3,{'x ' * 900}\nC,4,y\n")
    assert sorted((a.company, a.fte) for a in read_applicants(path)) == [("A", 3), ("C", 4)]


@pytest.mark.parametrize(("cell", "code"), [("{}", "cell_too_long"), ('"{}', "broken_quotes")])
def test_a_cell_without_end_is_told_from_a_quotation_mark(
    cell: str, code: str, tmp_path: Path
) -> None:
    path = written(tmp_path, f"bedrijf,vraagstuk\nA,{cell.format('x' * 250_000)}\nB,y\n")
    with pytest.raises(InputError, match=rf"intake\.{code}"):
        read_applicants(path)
