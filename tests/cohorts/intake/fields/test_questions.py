"""Headers over several rows, and columns of one question as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.intake import Applicants, FieldMap, read_applicants, write_clean
from cohorts.intake.fields.field_map import load_map, save_map
from cohorts.intake.rows.headings import find_heading

Row = list[str]


def read(folder: Path, *rows: str, field_map: FieldMap | None = None) -> Applicants:
    path = folder / "a.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read_applicants(path, field_map)


def headers(*rows: Row) -> tuple[list[object], int]:
    """The headers of these rows, and how many rows were taken for them."""
    numbered = [(n, [cell or None for cell in row]) for n, row in enumerate(rows, 1)]
    found = find_heading(numbered)  # type: ignore[arg-type] # rows of text
    return list(found.headers), len(found.levels)


def test_one_row_of_headers_stays_one() -> None:
    assert headers(["nr", "Bedrijf", "Thema"], ["1", "Boon", "Export"])[1] == 1
    assert headers(["Bedrijf", "Contact", ""], ["Boon", "Ina Boon", "bellen"])[1] == 1
    assert headers(["Bedrijf", "Naam"], ["Bakker", "Functie Elders"], ["A", "B"])[1] == 1


def test_headers_once_more_in_other_letters() -> None:
    rows = [["WaarheenNu", "HoeVer", "MetWie"], ["Waarheen nu", "Hoe ver", "Met wie"]]
    assert headers(*rows, ["Goor", "ver", "Ina"]) == (rows[1], 2)


def test_an_option_that_asks_for_another_one() -> None:
    """Below the room for another answer everybody writes something else."""
    rows = [["Naam", "Thema", "", ""], ["", "Export", "Zorg", "Other (please specify)"]]
    others = ["dieren", "paarden", "honden", "vissen"]
    people = [[f"Ina {text}", "Export", "", text] for text in others]
    assert headers(*rows, *people)[1] == 2


def test_a_section_that_is_asked_is_no_question_where_it_asks_who_somebody_is(
    tmp_path: Path,
) -> None:
    found = read(tmp_path, "Wie bent u? [Naam];Wie bent u? [E-mailadres]", "Ina Boon;ina@boon.nl")
    assert [(a.name, a.email) for a in found] == [("Ina Boon", "ina@boon.nl")]


def test_options_with_a_number_before_them(tmp_path: Path) -> None:
    found = read(tmp_path, "Naam;Thema's [1. Export];Thema's [2. Zorg]", "Ina;x;x", "Bas;;x")
    assert {a.name: a.themes for a in found} == {"Ina": ("Export", "Zorg"), "Bas": ("Zorg",)}


def test_numbered_headers_without_a_first_one_stay_apart(tmp_path: Path) -> None:
    found = read(tmp_path, "Naam;Hobby (1);Hobby (2)", "Ina Boon;lezen;", "Bas Vonk;;vissen")
    assert [dict(a.extra) for a in found] == [{"Hobby (2)": "vissen"}, {"Hobby (1)": "lezen"}]


def test_codes_questions_and_import_ids() -> None:
    ids = ['{"ImportId":"_recordId"}', '{"ImportId":"QID1"}']
    rows = [["ResponseId", "Q1"], ["Response ID", "How many employees?"], ids, ["R_1", "4"]]
    assert headers(*rows) == (["Response ID", "How many employees?"], 3)
    codes = [["Q1", "Q2"], ["Wat is uw naam?", "Hoe groot?"], ["Ina", "4"]]
    assert headers(*codes) == (["Wat is uw naam?", "Hoe groot?"], 2)


def test_options_in_a_second_row() -> None:
    found = headers(
        ["Respondent ID", "Which topics?", "", "Your name"],
        ["", "Export", "Staff", "Open-Ended Response"],
        ["1", "Export", "", "Ina"],
    )
    asked = ["Respondent ID", "Which topics? [Export]", "Which topics? [Staff]", "Your name"]
    assert found == (asked, 2)


def test_contact_details_in_a_second_row_are_fields(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Respondent ID,Collector ID,Contact information,,,Which topics?,",
        ",,Name,Company,City/Town,Export,Staff",
        "1,401,Ann Miller,Harbour Sails,Zwolle,Export,",
        "2,401,Bob Stone,Mill & Sons,Deventer,,Staff",
    )
    told = [(a.id, a.name, a.company, a.place) for a in found]
    assert told == [
        ("1", "Ann Miller", "Harbour Sails", "Zwolle"),
        ("2", "Bob Stone", "Mill & Sons", "Deventer"),
    ]


def test_sections_above_the_columns() -> None:
    found = headers(
        ["Bedrijf", "", "Contact", ""], ["Naam", "Plaats", "Naam", "Functie"], ["a", "b", "c", "d"]
    )
    assert found[0] == ["Bedrijf [Naam]", "Bedrijf [Plaats]", "Contact [Naam]", "Contact [Functie]"]


Q = "Welke thema's spreken u aan?"


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("☑", "☐"),
        ("✔️", ""),
        ("✗", ""),
        ("✓", "✗"),
        ("1.0", "0.0"),
        ("oui", "non"),
        ("X", "O"),
        ("Ticked", "Not ticked"),
        ("v", "-"),
        ("Aangevinkt", "Niet aangevinkt"),
        ("Quoted", "Not quoted"),
        ("Ja", "Nee"),
        ("x", ""),
        ("1", "0"),
        ("TRUE", "FALSE"),
        ("Selected", "Not selected"),
    ],
)
def test_a_tick_gives_the_name_of_its_option(yes: str, no: str, tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"nr;{Q} [Export];{Q} [Personeel];{Q} [Anders];bedrijf",
        f"1;{yes};{no};;A",
        f"2;{yes};{yes};opvolging;B",
        f"3;{no};{no};;C",
    )
    assert [a.themes for a in found] == [("Export",), ("Export", "Personeel", "opvolging"), ()]
    assert [r.code for r in found.report.remarks] == ["intake.joined_question"]


def test_an_option_with_a_comma_stays_one(tmp_path: Path) -> None:
    found = read(tmp_path, f"nr;{Q} [Wonen, werken];{Q} [Export]", "1;Ja;Nee", "2;Nee;Ja")
    assert [a.themes for a in found] == [("Wonen, werken",), ("Export",)]


def test_a_row_of_a_grid_goes_with_each_of_its_answers(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "nr;Welke dagdelen kunt u? [Maandag];Welke dagdelen kunt u? [Dinsdag]",
        "1;ochtend, middag;",
        "2;;avond",
    )
    assert [a.availability for a in found] == [
        ("Maandag ochtend", "Maandag middag"),
        ("Dinsdag avond",),
    ]


def test_marks_for_subjects_we_know_are_no_fields(tmp_path: Path) -> None:
    header = "Hoe belangrijk is dit? [{}]"
    rows = ("nr", *(header.format(part) for part in ("Personeel", "Omzet")))
    found = read(tmp_path, ";".join(rows), "1;4;5", "2;3;1")
    assert [(a.fte, a.turnover) for a in found] == [(None, None)] * 2
    assert found[0].extra == {header.format("Personeel"): "4", header.format("Omzet"): "5"}
    assert [r.code for r in found.report.remarks] == ["intake.grid_numbers"] * 2


def test_an_own_question_becomes_one_own_column(tmp_path: Path) -> None:
    found = read(tmp_path, "nr;Hobby? [Roeien];Hobby? [Zang]", "1;ja;ja", "2;nee;ja")
    assert [a.extra for a in found] == [{"Hobby?": "Roeien|Zang"}, {"Hobby?": "Zang"}]


def test_options_without_a_question_are_asked_and_can_be_said(tmp_path: Path) -> None:
    rows = ("nr;bedrijf;Export;Personeel", "1;A;Export;", "2;B;Export;Personeel")
    asked = read(tmp_path, *rows)
    assert [a.fte for a in asked] == [None, None]
    assert asked[1].extra == {"Export / Personeel": "Export|Personeel"}
    assert [r.code for r in asked.report.remarks] == ["intake.joined_options"]
    said = read(tmp_path, *rows, field_map=FieldMap(fields={"themes": ("Export / Personeel",)}))
    assert said[1].themes == ("Export", "Personeel")


def test_the_map_may_name_one_column_of_a_question(tmp_path: Path) -> None:
    rows = (f"nr;{Q} [Export];{Q} [Personeel]", "1;ja;ja", "2;nee;ja")
    one = read(tmp_path, *rows, field_map=FieldMap(fields={"themes": (f"{Q} [Export]",)}))
    assert [a.themes for a in one] == [("Export",), ()]
    assert one[0].extra == {Q: "Personeel"}
    apart = read(tmp_path, *rows, field_map=FieldMap(extra=(f"{Q} [Export]",)))
    assert [a.themes for a in apart] == [("Personeel",), ("Personeel",)]


@pytest.mark.parametrize(
    ("names", "row", "name"),
    [
        ("Voornaam;Achternaam", "Ina;Boon", "Ina Boon"),
        ("Achternaam;Tussenvoegsel(s);Voornaam", "Berg;van den;Ina", "Ina van den Berg"),
        ("Last Name;First Name", "Boon;Ina", "Ina Boon"),
        ("RecipientLastName;RecipientFirstName", "Boon;Ina", "Ina Boon"),
        ("Given name;Surname", "Ina;Boon", "Ina Boon"),
        ("Wat is uw voornaam?;Wat is uw achternaam?", "Ina;Boon", "Ina Boon"),
        ("Achternaam;Functie", "Boon;x", "Boon"),
        ("Voornaam;Naam", "Ina;Ina Boon", "Ina Boon"),
        ("Contact [Voornaam];Contact [Achternaam]", "Ina;Boon", "Ina Boon"),
    ],
)
def test_first_and_last_name_are_the_name(names: str, row: str, name: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"nr;{names}", f"1;{row}")[0].name == name


def test_a_header_that_repeats_completes_or_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, "nr;Plaats;Plaats", "1;Deventer;", "2;;Zwolle")
    assert [a.place for a in found] == ["Deventer", "Zwolle"]
    assert [r.code for r in found.report.remarks] == ["intake.joined_repeated"]
    differ = read(tmp_path, "nr;Plaats;Plaats", "1;Deventer;Zwolle")
    assert differ[0].place == "Deventer"
    told = [(r.code, r.facts["place"]) for r in differ.report.remarks]
    assert told == [("intake.repeated_header", 2)]


def test_the_place_of_a_computer_is_not_where_the_company_is(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Response ID;Location Latitude;Location Longitude;Progress;company",
        "R_1;52.1;6.2;100;A",
    )
    assert (found[0].latitude, found[0].longitude, found[0].extra) == (None, None, {})


def test_what_was_joined_reads_the_same_from_the_saved_map_and_from_clean(tmp_path: Path) -> None:
    asked = f"nr;{Q} [Export];{Q} [Personeel];Voornaam;Achternaam;Wijk;Wijk"
    rows = (
        f"{asked};Hobby? [Zang];Hobby? [Dans]",
        "1;ja;nee;Ina;Boon;Noord;;ja;ja",
        "2;ja;ja;Bas;Vonk;;Zuid;nee;ja",
    )
    first = read(tmp_path, *rows)
    fields: dict[str, tuple[str, ...]] = {
        m.field: (m.header,) for m in first.report.matches if m.field
    }
    save_map(FieldMap(fields=fields), tmp_path / "map.toml")
    assert read(tmp_path, *rows, field_map=load_map(tmp_path / "map.toml")).people == first.people
    write_clean(first, tmp_path / "clean.csv")
    assert read_applicants(tmp_path / "clean.csv").people == first.people


def test_answers_under_a_repeated_header_go_together(tmp_path: Path) -> None:
    found = read(tmp_path, "id,Thema,Thema,Thema", "1,Export,Geld,", "2,Geld,,", "3,Ai,Geld,Ai")
    assert [a.themes for a in found] == [("Export", "Geld"), ("Geld",), ("Ai", "Geld")]
    assert [r.code for r in found.remarks] == ["intake.joined_answers"]


def test_two_rows_of_sections_above_the_headers(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Over u,,,Over uw bedrijf,,Onderwerpen,,",
        "Wie bent u,,,Bedrijfsgegevens,,Waar wilt u aan werken?,,",
        "Voornaam,Tussenvoegsel,Achternaam,Bedrijf,Plaats,Export,Personeel,Anders",
        "Anke,van der,Berg,Lindehof,Deventer,x,,",
        "Bas,,Vosman,Vosman Metaal,Zwolle,,x,AI",
        "Cor,de,Boer,Boer Bouw,Almelo,x,x,",
    )
    told = {(a.name, a.company, a.place, a.fte, *a.extra.values()) for a in found}
    assert told == {
        ("Anke van der Berg", "Lindehof", "Deventer", None, "Export"),
        ("Bas Vosman", "Vosman Metaal", "Zwolle", None, "Personeel|AI"),
        ("Cor de Boer", "Boer Bouw", "Almelo", None, "Export|Personeel"),
    }


def test_initials_stand_for_a_first_name(tmp_path: Path) -> None:
    found = read(tmp_path, "Achternaam,Voorletters,Tussenvoegsel", "Berg,A.B.,van den", "Vos,C.,")
    assert sorted(a.name or "" for a in found) == ["A.B. van den Berg", "C. Vos"]
    found = read(tmp_path, "Voorletters,Voornaam,Achternaam", "A.B.,Anke,Berg", "C.,Cor,Vos")
    assert sorted(a.name or "" for a in found) == ["Anke Berg", "Cor Vos"]


@pytest.mark.parametrize("sign", [" - ", ": ", "."])
def test_options_behind_the_name_of_a_field(tmp_path: Path, sign: str) -> None:
    found = read(tmp_path, f"id;Thema's{sign}Export;Thema's{sign}Geld", "1;0;1", "2;1;1")
    assert [a.themes for a in found] == [("Geld",), ("Export", "Geld")]
    kept = read(tmp_path, f"id;Thema's{sign}keuze;Thema's{sign}toelichting", "1;Export;Wil ik")
    assert "intake.joined_question" not in {r.code for r in kept.remarks}


def test_scores_of_themes_are_no_themes(tmp_path: Path) -> None:
    """Who gave a theme 5 and who gave it 3 would never have one theme: it is asked."""
    head = "Naam;Welke thema's spreken u aan? [Export];Welke thema's spreken u aan? [Personeel]"
    found = read(tmp_path, head, "Ina Boon;5;3", "Bas Vonk;4;5")
    assert [a.themes for a in found] == [(), ()]
    assert {r.code for r in found.report.remarks} == {"intake.grid_numbers"}
