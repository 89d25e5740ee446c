"""What was read, written as clean.csv and read again, is the same; nobody is lost or made."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from cohorts.errors import InputError
from cohorts.intake import Applicants, FieldMap, read_applicants, write_clean
from cohorts.intake.values.number_style import Style


def written(folder: Path, *rows: str) -> Path:
    path = folder / "a.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def read_twice(path: Path, field_map: FieldMap | None = None) -> Applicants:
    """The applicants, after they were found to read back the same."""
    first = read_applicants(path, field_map)
    write_clean(first, path.parent / "clean.csv")
    second = read_applicants(path.parent / "clean.csv")
    assert list(second) == list(first)
    # what is said of people is said of them again; of how they were read there is nothing to say
    assert [r.code for r in second.report.remarks if not r.code.startswith("identity.")] == []
    return first


def test_open_bands_stay_open(tmp_path: Path) -> None:
    found = read_twice(
        written(tmp_path, "id;bedrijf;fte;omzet", "1;A;< 10;50+", "2;B;10-49;", "3;C;;1000")
    )
    assert [(a.fte_low, a.fte_high) for a in found] == [(None, 10), (10, 49), (None, None)]
    assert [(a.turnover_low, a.turnover_high) for a in found] == [
        *((50, None), (None, None), (1000, 1000)),
    ]


def test_a_number_beside_empty_ends_keeps_them_empty(tmp_path: Path) -> None:
    found = read_twice(written(tmp_path, "id;bedrijf;fte;fte_low;fte_high", "1;A;12;;"))
    assert (found[0].fte, found[0].fte_low, found[0].fte_high) == (12, None, None)


def test_what_was_kept_as_it_stood_stays_so(tmp_path: Path) -> None:
    """The answers that made the column no column of amounts were replaced by later ones."""
    words = ("jan@x.nl;veel", "piet@x.nl;weinig", "kees@x.nl;genoeg")
    rows = (*words, "jan@x.nl;2.500", "piet@x.nl;1.250", "kees@x.nl;12a")
    found = read_twice(written(tmp_path, "e-mail;Balans", *rows))
    assert sorted(a.extra["Balans"] for a in found) == ["1.250", "12a", "2.500"]


def test_an_answer_with_a_comma_stays_one(tmp_path: Path) -> None:
    found = read_twice(written(tmp_path, "id;bedrijf;thema", '1;A;"Mensen, behoud;"', '2;B;"x;-;"'))
    assert [a.themes for a in found] == [("Mensen, behoud",), ("x",)]


def test_places_and_provinces_are_written_one_way(tmp_path: Path) -> None:
    found = read_twice(
        written(
            tmp_path,
            "id;bedrijf;plaats;provincie",
            "1;A;ZWOLLE;overijssel",
            "2;B;Hengelo;Gld",
            "3;C;Den Haag;",
            "4;D;;Friesland",
        )
    )
    assert [(a.place, a.municipality, a.province) for a in found] == [
        ("Zwolle", "Zwolle", "Overijssel"),
        ("Hengelo (Gld)", "Bronckhorst", "Gelderland"),
        ("Den Haag", "Den Haag", "Zuid-Holland"),
        (None, None, "Fryslân"),
    ]


def test_places_nobody_can_place_are_told_once(tmp_path: Path) -> None:
    path = written(
        tmp_path, "id;bedrijf;plaats", "1;A;Bergen", "2;B;London", "3;C;Bergen", "4;D;Ede"
    )
    remarks = read_applicants(path).report.remarks
    assert [(r.code, r.facts["places"]) for r in remarks] == [
        ("intake.places_unknown", ("‘Bergen’", "‘London’"))
    ]


def test_amounts_in_a_column_of_ones_own(tmp_path: Path) -> None:
    """A rule may compare by such a column, so that it must be a number there too."""
    found = read_twice(
        written(
            tmp_path,
            "id;bedrijf;Balanstotaal;Lidnummer;Getal",
            "1;A;1.250.000;0612345678;1.250",
            "2;B;€ 2.500,50;0687654321;12",
            "3;C;n.v.t.;;oneindig",
        )
    )
    assert [a.number("Balanstotaal") for a in found] == [1_250_000, 2500.5, None]
    told = read_applicants(tmp_path / "a.csv", FieldMap(numbers={"Getal": Style.ENGLISH}))
    assert [a.number("Getal") for a in told] == [1.25, 12, None]
    assert [a.text("Lidnummer") for a in found] == ["0612345678", "0687654321", None]
    assert [a.text("Getal") for a in found] == ["1250", "12", "oneindig"]


@pytest.mark.parametrize("text", ["inf", "-Infinity", "1e999", "nan"])
def test_what_is_endless_is_no_number(text: str, tmp_path: Path) -> None:
    found = read_applicants(written(tmp_path, "id;bedrijf;x", f"1;A;{text}", "2;B;3"))
    assert found[0].number("x") is None


def test_a_column_kept_apart_stays_apart(tmp_path: Path) -> None:
    path = written(tmp_path, "id;bedrijf;Omzet", "1;A;1000")
    found = read_twice(path, FieldMap(extra=("Omzet",)))
    assert (found[0].turnover, found[0].extra) == (None, {"Omzet": "1000"})


def test_a_file_that_only_looks_clean_is_read_as_it_comes(tmp_path: Path) -> None:
    rows = ("1,Jan,A,12345678,1.250.000", "2,Piet,B,12345678,1.250")
    found = read_applicants(written(tmp_path, "id,name,company,kvk,turnover", *rows))
    assert [a.turnover for a in found] == [1_250_000, 1250]


def test_equal_rows_without_an_id(tmp_path: Path) -> None:
    """Of somebody with a name they are one answer; of nobody in particular they are two people."""
    one = read_applicants(written(tmp_path, "bedrijf;fte", "A;3", "B;4", "A;3"))
    assert sorted(a.company or "" for a in one) == ["A", "B"]
    assert [(m.kept, m.left) for m in one.report.merged] == [(4, 2)]
    assert one.aliases == {}
    two = read_twice(written(tmp_path, "geslacht;leeftijd", "m;oud", "v;jong", "m;oud"))
    assert len({a.id for a in two}) == 3


def test_a_row_about_nobody_is_told(tmp_path: Path) -> None:
    found = read_applicants(written(tmp_path, "id;bedrijf", "1;", "2;B"))
    assert [(r.code, r.row) for r in found.report.remarks] == [("intake.empty_row", 2)]


def test_ids_are_what_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["id", "bedrijf"], [1.5, "A"], [15, "B"], [-5, "C"], [5, "D"], ["a\nb", "E"]):
        book.active.append(row)
    book.save(path)
    assert [a.id for a in read_twice(path)] == ["-5", "1.5", "15", "5", "a b"]


def test_ids_on_two_lines_are_one_id(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"intake\.same_id") as caught:
        read_applicants(written(tmp_path, "id;bedrijf", '"1\n2";A', "1 2;B"))
    assert caught.value.problems[0].facts["ids"] == ("1 2 (2, 4)",)


def test_a_rounded_id_is_told(tmp_path: Path) -> None:
    found = read_applicants(written(tmp_path, "id;bedrijf;ander", "2,41392E+11;A;2,41392E+11"))
    assert [(r.code, r.column) for r in found.report.remarks] == [
        *(("intake.rounded", "id"), ("intake.rounded", "ander")),
    ]


def test_another_currency_and_less_than_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "id;bedrijf;omzet", "1;A;$ 1.000", "2;B;-5")
    found = read_applicants(path)
    assert [a.turnover for a in found] == [1000, None]
    assert [r.code for r in found.report.remarks] == ["intake.other_currency", "intake.below_zero"]


def test_hostile_texts_in_every_column(tmp_path: Path) -> None:
    texts = ["=1+1", "+31 6", "-x", "@home", "'=a", "''=a", "'", "\t=x", "<b>x</b>", "**x**", "$x$",
             "[x](javascript:y)", "a|b", 'a"b', "a;b,c", "'-", "'s-Graveland"]  # fmt: skip
    headers = ["name", "company", "question", "themes", "partner", "=eigen kolom", "'@x"]
    records = [{"id": f"p{i}{t}", **dict.fromkeys(headers, t)} for i, t in enumerate(texts)]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    found = read_twice(path)
    assert len(found) == len(texts)
    for line in (tmp_path / "clean.csv").read_text("utf-8").splitlines():
        assert not any(cell.lstrip('"').startswith(("=", "+", "@")) for cell in line.split(","))


def test_remarks_stand_in_one_order_whatever_found_them(tmp_path: Path) -> None:
    """Of the file, of rows, of columns, of cells; rows and columns as they stand there."""
    rows = ("9;A;x;y;Nergens", "8;B;1", "7;;;;", "6;C;2;z;", "Totaal;;3;;")
    found = read_applicants(written(tmp_path, "id;bedrijf;fte;omzet;plaats", *rows))
    assert [(r.code, r.row, r.about) for r in found.report.remarks] == [
        ("intake.places_unknown", None, ""),
        ("intake.short_row", 3, ""),
        ("intake.empty_row", 4, ""),
        ("intake.total_row", 6, ""),
        ("intake.number", 2, "fte"),
        ("intake.number", 2, "turnover"),
        ("intake.number", 5, "turnover"),
    ]
