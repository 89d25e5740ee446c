"""Files as they come: delimiters, encodings, workbooks, JSON; and files that fall apart."""

from __future__ import annotations

import json
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cohorts.errors import InputError
from cohorts.intake import FieldMap, read_applicants, write_clean
from cohorts.intake.fields.field_map import load_map, read_maps, save_map
from cohorts.intake.fields.headers import How
from cohorts.intake.files.any_file import read_table
from cohorts.round.remark import Remark

ROOT = Path(__file__).parents[4]
SAMPLE = ROOT / "sample_data" / "overijssel" / "aanmeldingen.xlsx"


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"id;naam;omzet\n1;Caf\xc3\xa9;1,5\n", "UTF-8, ;"),
        (b"\xef\xbb\xbfid;naam;omzet\r\n1;Caf\xc3\xa9;1,5\r\n", "UTF-8, ;"),
        (b"id;naam;omzet\n1;Caf\xe9;1,5\n", "windows-1252, ;"),
        (b"sep=;\nid;naam;omzet\n1;Caf\xc3\xa9;1,5\n", "UTF-8, ;"),
        (b"id\tnaam\tomzet\n1\tCaf\xc3\xa9\t1,5\n", "UTF-8, tab"),
        (b'id,naam,omzet\n1,Caf\xc3\xa9,"1,5"\n', "UTF-8, ,"),
        ("id;naam;omzet\n1;Café;1,5\n".encode("utf-16"), "UTF-16, ;"),
    ],
)
def test_csv_as_it_comes(content: bytes, detail: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    table = read_table(path)
    assert table.headers == ("id", "naam", "omzet")
    assert [cells for _, cells in table.rows] == [("1", "Café", "1,5")]
    assert table.detail == detail


def test_headers_and_rows_that_are_not_neat(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id;naam;naam;\n\n1;"Jan\nPiet";Klaas;x\n2;Kort\n', encoding="utf-8")
    table = read_table(path)
    assert table.headers == ("id", "naam", "naam (2)", "#4")
    assert table.rows[0][1][1] == "Jan\nPiet"
    assert table.remarks == (Remark("intake.short_row", table.rows[1][0]),)


def test_a_row_wider_than_the_headers_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id;naam\n1;Jan\n2;Piet;Klaas\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"intake\.row_too_wide") as caught:
        read_table(path)
    assert caught.value.problems[0].facts["rows"] == ("3",)


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_keeps_its_types(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        workbook([["id", "KvK nummer", "fte"], [1, 1234567, 2.5], [2, "87654321", None]])
    )
    found = read_applicants(path)
    assert [(a.id, a.kvk, a.fte) for a in found] == [
        ("1", "01234567", 2.5),
        ("2", "87654321", None),
    ]
    assert [r.code for r in found.report.remarks] == ["intake.kvk_padded"]


@pytest.mark.parametrize(
    "content", [[{"id": 1, "company": "A"}], {"value": [{"id": 1, "company": "A"}]}]
)
def test_json(content: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert read_applicants(path)[0].company == "A"


def test_the_later_answer_counts_and_both_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "ID;Tijd van voltooien;E-mail;Bedrijfsnaam\n"
        "1;2-5-2026 10:00:00;jan@smidse.nl;De Smidse oud\n"
        "2;1-5-2026 10:00:00;jan@smidse.nl;De Smidse ouder\n"
        "3;3-5-2026 10:00:00;Jan@Smidse.nl;De Smidse\n",
        encoding="utf-8",
    )
    found = read_applicants(path)
    assert [(a.id, a.company) for a in found] == [("3", "De Smidse")]
    assert {(m.kept_id, m.left_id) for m in found.report.merged} == {("3", "2"), ("3", "1")}


def test_vat_columns_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id;bedrijf;kenmerk\n1;A;111234567B01\n2;B;NL111234568B01\n", encoding="utf-8")
    found = read_applicants(path)
    assert found.report.dropped == ("kenmerk",)
    assert not found[0].extra


def test_unknown_headers_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id;bedrijf;Lievelingskleur\n1;A;blauw\n", encoding="utf-8")
    assert read_applicants(path)[0].extra == {"Lievelingskleur": "blauw"}


def test_ids_are_made_from_the_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("bedrijf;fte\nA;1\nB;2\n", encoding="utf-8")
    first = [a.id for a in read_applicants(path)]
    path.write_text("bedrijf;fte\nB;2\nA;1\n", encoding="utf-8")
    assert [a.id for a in read_applicants(path)] == first
    assert len(set(first)) == 2


def test_the_map_settles_what_cannot_be_guessed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("nr;wie;hoe groot\n1;A;10-49\n", encoding="utf-8")
    found = read_applicants(path, {"company": "wie", "fte": "hoe groot"})
    assert (found[0].company, found[0].fte_low, found[0].fte_high) == ("A", 10, 49)
    saved = tmp_path / "map.toml"
    given_ = FieldMap(
        fields={"company": ("wie",), "fte": ("hoe groot",)},
        ignore=("nr",),
        numbers={"hoe groot": "nl"},
    )
    save_map(given_, saved)
    assert load_map(saved) == given_
    assert read_maps([str(saved), "name=wie"]).fields["name"] == ("wie",)
    assert [m.how for m in read_applicants(path, saved).report.matches] == [
        How.IGNORED,
        How.MAPPED,
        How.MAPPED,
    ]


HEADERS = {
    "Hoeveel medewerkers zijn werkzaam bij je bedrijf? (inclusief de eigenaar)": "fte",
    "In welke woonplaats is je bedrijf gevestigd?": "place",
    "Bedrijfsnaam": "company",
    "KvK nummer": "kvk",
    "Naam contactpersoon": "name",
    "Mailadres contactpersoon": "email",
    "Completion time": "submitted",
    "Tijdstempel": "submitted",
    "Submit Date (UTC)": "submitted",
    "Record ID": "id",
    "Company name": "company",
    "Wat is de omzet van uw bedrijf?": "turnover",
    "Postcode": "postcode",
    "  Company Name ": "company",
    "Bedrijfsnaaam": "company",
    "Wat is jouw lievelingsdier?": None,
}


@pytest.mark.parametrize(("header", "field"), HEADERS.items())
def test_headers(header: str, field: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'"{header}";xx\n"12";y\n', encoding="utf-8")
    assert read_applicants(path).report.matches[0].field == field


def test_the_sample_is_read_whole() -> None:
    found = read_applicants(SAMPLE)
    assert len(found) == 96
    assert all(a.company and a.province for a in found)
    assert sum(a.question is not None for a in found) == 93


HOSTILE = st.sampled_from(
    [
        "=1+1",
        "+31 6",
        "-x",
        "@home",
        "'=a",
        "a|b",
        'a"b',
        "a;b,c\td",
        "<script>",
        "é漢🙂",
        "a\nb",
        "nul",
        "007",
    ]
)
TEXT = (
    st.none()
    | HOSTILE
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.fixed_dictionaries({"company": TEXT, "question": TEXT, "Eigen kolom": TEXT,
    "fte": st.none() | st.floats(0, 1e6).map(lambda x: round(x, 3)),
    "founded": st.none() | st.integers(1500, 2100)}), min_size=1, max_size=6))  # fmt: skip
@example(
    rows=[{"company": "a", "question": "\x08", "Eigen kolom": "\u200b-", "fte": 1, "founded": 2000}]
)
def test_clean_reads_back_as_it_was(rows: list[dict[str, object]], tmp_path: Path) -> None:
    """What was read, written as clean.csv and read again, is the same: also hostile cells."""
    source, clean, again = (tmp_path / n for n in ("a.json", "clean.csv", "again.csv"))
    numbered = [{"id": f"p{i}", "name": f"N{i}", **row} for i, row in enumerate(rows)]
    source.write_text(json.dumps(numbered), encoding="utf-8")
    first = read_applicants(source)
    write_clean(first, clean)
    second = read_applicants(clean)
    assert list(second) == list(first)
    write_clean(second, again)
    assert again.read_bytes() == clean.read_bytes()


def test_clean_of_the_sample(tmp_path: Path) -> None:
    first = read_applicants(SAMPLE)
    write_clean(first, tmp_path / "clean.csv")
    assert list(read_applicants(tmp_path / "clean.csv")) == list(first)


BASE = (
    'ID;Bedrijfsnaam;KvK nummer;Omzet;fte;Postcode;"Thema\'s"\n'
    '1;"De ""Smidse""";12345678;1.250.000,50;10-49;8011 AA;a;b\n'
).replace("a;b", '"a;b"').encode() * 1 + b"2;Jansen;1234567;n.v.t.;3;7511;c\n" * 3


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    cuts=st.lists(
        st.tuples(st.integers(0, len(BASE)), st.integers(0, 12), st.binary(max_size=6)), max_size=6
    )
)
def test_a_damaged_file_is_read_or_refused(
    cuts: list[tuple[int, int, bytes]], tmp_path: Path
) -> None:
    """Bytes cut out and put in anywhere: an answer or a clear refusal, nothing in between."""
    data = BASE
    for at, length, put in cuts:
        data = data[:at] + put + data[at + length :]
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    try:
        found = read_applicants(path)
    except InputError:
        return
    assert len(found) >= 1


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.integers(0, 10_000), put=st.binary(min_size=1, max_size=40))
def test_a_damaged_workbook_is_read_or_refused(at: int, put: bytes, tmp_path: Path) -> None:
    data = SAMPLE.read_bytes()
    at %= len(data)
    path = tmp_path / "a.xlsx"
    path.write_bytes(data[:at] + put + data[at + len(put) :])
    with suppress(InputError):
        assert len(read_applicants(path)) >= 1
