"""Rows that are nobody are left out, each with a remark; a row that has what others have stays."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.errors import InputError
from cohorts.intake import Applicants, FieldMap, read_applicants
from cohorts.intake.fields.field_map import read_maps

HEADERS = "Bedrijf;Naam;Medewerkers;Omzet;Vraagstuk"
PEOPLE = ("Smederij Vonk;Ina Vonk;4;200000;personeel", "Bakker Boon;Bas Boon;7;300000;export")


def read(*rows: str, field_map: FieldMap | None = None, headers: str = HEADERS) -> Applicants:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text("\n".join((headers, *rows)) + "\n", encoding="utf-8")
        return read_applicants(path, field_map)


def told(found: Applicants) -> list[tuple[str, int | None]]:
    return [(r.code.removeprefix("intake."), r.row) for r in found.report.remarks]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Totaal;;11;500000;", "total_row"),
        ("Totaal aantal;;11;500000;", "total_row"),
        ("Subtotaal Deventer;;11;500000;", "total_row"),
        ("Totaal Deventer;;11;500000;", "total_row"),  # 4 + 7, 200000 + 300000
        ("Gemiddelde;;5,5;250000;", "total_row"),
        (";Gemiddeld;5,5;250000;", "total_row"),
        ("Average;;5.5;;", "total_row"),
        ("Grand total;;;500000;", "total_row"),
        ("Aantal inzendingen: 2;;;;", "total_row"),
        ("Bron: inschrijfformulier;;;;", "note_row"),
        ("* omzet is een schatting;;;;", "note_row"),
        ("Pagina 1 van 2;;;;", "note_row"),
        ("Peildatum:;1 maart;;;", "note_row"),
        ("Gegenereerd op 3 maart 2026;;;;", "note_row"),
        ("personeel;;;;", "note_row"),  # the name of a part of the table
        (HEADERS, "header_row"),
        ("BEDRIJF;naam;Medewerkers;omzet ;Vraagstuk", "header_row"),
        ("Regio Oost;Regio Oost;Regio Oost;Regio Oost;Regio Oost", "note_row"),
    ],
)
def test_a_row_that_is_nobody(row: str, code: str) -> None:
    found = read(*PEOPLE, row)
    assert len(found) == 2
    assert told(found) == [(code, 4)]


@pytest.mark.parametrize(
    "row",
    [
        "Totaal Installatie B.V.;Rik Som;12;900000;personeel",
        "Totaal Installatie B.V.;;12;900000;",
        "Som & Zoon;;7;400000;",
        "Gemiddelde Groep;Bron Jansen;31;2500000;export",
        "Bron Advies;;;;",
        "Bedrijf;Sanne Kop;4;210000;prijzen",
        "Bedrijf;Naam;4;210000;prijzen",
        "Bedrijf;Naam;4;210000;Vraagstuk",
        ";Max;12;500000;",
        "Noot;Page Min;;;digitaal",
        "Total;Average Joe;3;1;x",
        "Export Partners;;;;",
        "Aantal & Co;Count Basie;;;",
    ],
)
def test_a_row_that_is_somebody(row: str) -> None:
    found = read(*PEOPLE, row)
    assert len(found) == 3
    assert {code for code, _ in told(found)} <= {"perhaps_nobody", "perhaps_total"}


def test_a_short_answer_all_over_a_row_is_no_section() -> None:
    assert len(read(*PEOPLE, "Jo;Jo;Jo;Jo;Jo")) == 3


def test_who_only_sent_it_in_is_an_empty_row_and_nothing_else() -> None:
    rows = ("1-3-2026 10:00;Vonk;4;200000", "2-3-2026 10:00;Boon;7;300000", "3-3-2026 10:00;;;")
    found = read(*rows, headers="Tijdstempel;Bedrijf;Medewerkers;Omzet")
    assert told(found) == [("empty_row", 4)]


def test_a_sum_of_the_part_above_it() -> None:
    """9 and 10 are no sum of all that stands above: 20 people and 1 million."""
    part = ("Dak Groen;Do Groen;4;200000;zorg", "Erf BV;Ed Erf;5;300000;prijs")
    found = read(*PEOPLE, "Subtotaal;;11;500000;", *part, "Totaal Almelo;;9;500000;")
    assert told(found) == [("total_row", 4), ("total_row", 7)]


def test_how_many_there_are_is_a_sum_too() -> None:
    assert told(read(*PEOPLE, "Aantal Almelo;;2;;")) == [("total_row", 4)]


def test_the_last_row_may_be_a_sum_that_somebody_rounded() -> None:
    rows = ("Vonk;4;200000", "Boon;7;300000", "Totaal;12;510000")
    found = read(*rows, headers="Bedrijf;Medewerkers;Omzet")
    assert told(found) == [("total_row", 4)]
    assert len(read(*reversed(rows), headers="Bedrijf;Medewerkers;Omzet")) == 3


names = st.sampled_from(
    ["Totaal", "Som", "Bron", "Bedrijf", "Naam", "Subtotaal", "Gemiddelde", "Noot", "Total", "*",
     "Pagina 1 van 2", "Bron: x", "Eindtotaal", "Vraagstuk", "Omzet", "Aantal: 3", "Boon", "Max"]
)  # fmt: skip
whole = st.tuples(names, st.sampled_from(["Ina", "Bron", "Totaal"]), st.integers(1, 99))


@settings(deadline=None)
@given(st.lists(whole, min_size=1, max_size=12, unique=True))
def test_no_row_that_has_what_the_others_have_is_left_out(
    people: list[tuple[str, str, int]],
) -> None:
    rows = [f"{i};{c};{n};{fte};{fte}000;x{fte}" for i, (c, n, fte) in enumerate(people)]
    found = read(*rows, headers=f"nr;{HEADERS}")
    assert sorted(a.id for a in found) == sorted(str(i) for i in range(len(people)))


junk = st.sampled_from(
    ["Totaal;;1;2;", HEADERS, "Bron: formulier;;;;", "Subtotaal Oost;;9;9;", "Pagina 2 van 2;;;;"]
)


@settings(deadline=None)
@given(st.lists(junk, max_size=6), st.randoms())
def test_rows_that_are_nobody_may_stand_anywhere(rows: list[str], random: object) -> None:
    people = [f"Bedrijf {i};Persoon {i};{i + 3};{i + 3}000;vraag {i}" for i in range(8)]
    mixed = [*people, *rows]
    random.shuffle(mixed)  # type: ignore[attr-defined] # Hypothesis gives a Random
    found = read(*mixed)
    assert sorted(str(a.company) for a in found) == [f"Bedrijf {i}" for i in range(8)]
    assert len(found.report.remarks) == len(rows)


def test_a_table_below_with_its_columns_in_another_order() -> None:
    found = read(*PEOPLE, "Naam;Bedrijf;Vraagstuk;Omzet;Medewerkers", "Cas;Cas BV;prijs;5;6")
    last = next(a for a in found if a.name == "Cas")
    assert (last.company, last.question, last.turnover, last.fte) == ("Cas BV", "prijs", 5, 6)
    assert told(found) == [("header_row", 4)]


def test_columns_of_another_table_below_are_named() -> None:
    found = read(*PEOPLE, "Naam;Bedrijf;Telefoon;Omzet;", "Cas;Cas BV;0612;5;")
    assert [r.facts["columns"] for r in found.report.remarks] == [("Telefoon",)]
    assert {a.name for a in found} == {"Ina Vonk", "Bas Boon", "Cas"}


def test_rows_are_skipped_by_their_number() -> None:
    found = read(*PEOPLE, "Proef;Proef;1;1;x", field_map=read_maps([], "1,4,20-21"))
    assert len(found) == 2
    assert told(found) == [("skip_absent", None), ("skipped", None), ("skip_headers", 1)]
    assert found.report.remarks[0].facts["rows"] == ("20-21",)


def test_rows_that_are_no_numbers() -> None:
    for text in ("a", "3-2", "0", "1,,2", "-"):
        with pytest.raises(InputError, match=r"intake\.skip_option"):
            read_maps([], text)


def test_a_form_that_was_only_opened_is_nobody() -> None:
    found = read(
        "1;2026-02-01 10:00;198.51.100.4;nl;4;Boon;",
        "2;2026-02-01 11:00;198.51.100.5;nl;1;;",
        headers="Response ID;Date submitted;IP address;Start language;Last page;Bedrijf;Wijk",
    )
    assert [a.company for a in found] == ["Boon"]
    assert told(found) == [("empty_row", 3)]
    assert all("198" not in str(a) for a in found)


@pytest.mark.parametrize(
    "row",
    [
        "Summe,,,55,600",
        "Alles bij elkaar,,,55,600",
        "Σ,,,55,600",
        "Zusammen in diesem Jahr,,,55,600",
        "N = 3,,,55,600",
        "voorbeeld: Jan Jansen,Jansen BV,Utrecht,10,5",
        "(verplicht),(verplicht),(plaats),(aantal),(in euro)",
        "Vul uw hele naam in,Zoals bij de KvK,Woonplaats,In fte,In euro",
    ],
)
def test_a_sum_in_any_words_and_a_row_that_explains_the_headers_are_nobody(
    tmp_path: Path, row: str
) -> None:
    people = ["Anke,Lindehof,Deventer,12,100", "Bas,Vosman,Zwolle,3,200", "Cor,Boon,Almelo,40,300"]
    rows = [*people, row] if "55" in row else [row, *people]
    path = tmp_path / "a.csv"
    headers = "Naam,Bedrijf,Plaats,Medewerkers,Omzet"
    path.write_text("\n".join([headers, *rows]) + "\n", encoding="utf-8")
    found = read_applicants(path)
    assert sorted(a.name or "" for a in found) == ["Anke", "Bas", "Cor"]
    assert [r.code for r in found.remarks] in (["intake.total_row"], ["intake.note_row"])
