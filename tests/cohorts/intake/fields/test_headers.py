"""Headers of the exports organisers have, and columns that are never kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.intake import read_applicants
from cohorts.intake.fields.field_map import FieldMap, load_map, read_maps, save_map
from cohorts.intake.fields.headers import How, match_headers, parted
from cohorts.intake.report import remark_line
from cohorts.intake.values.identifiers import passes_eleven_test
from cohorts.words import Language, explain

FORMS_DUTCH = {
    "ID": "id",
    "Begintijd": None,
    "Tijd van voltooien": "submitted",
    "E-mail": "email",
    "Naam": "name",
    "Tijd van laatste wijziging": None,
    "Bedrijfsnaam": "company",
    "KvK nummer": "kvk",
    "In welke woonplaats is je bedrijf gevestigd?": "place",
    "In welke provincie?": "province",
    "In welke sector ben je werkzaam?": None,
    "Hoeveel medewerkers zijn werkzaam bij je bedrijf? (inclusief de eigenaar)": "fte",
    "Naam contactpersoon": "name",
    "Mailadres contactpersoon": "email",
    "Op een schaal van 1 tot 10, hoe ambitieus ben je?": "ambition",
    "Welke thema's spreken je aan? (meerdere antwoorden mogelijk)": "themes",
    "Wat is je jaaromzet?": "turnover",
    "Waar loop je tegenaan in je bedrijf?": "question",
    "Sinds wanneer bestaat je bedrijf?": "founded",
    "Hoe lang ben je ondernemer?": "experience",
}
FORMS_ENGLISH = {
    "ID": "id",
    "Start time": None,
    "Completion time": "submitted",
    "Email": "email",
    "Name": "name",
    "What is the name of your company?": "company",
    "How many people work at your company?": "fte",
    "What is your annual turnover?": "turnover",
    "Your email address": "email",
    "Your phone number": "phone",
    "What is your biggest challenge right now?": "question",
    "Which topics interest you? (select all that apply)": "themes",
    "In which city are you located?": "place",
    "When was your company founded?": "founded",
}
TYPEFORM = {
    "#": "id",
    "What is your company called?": "company",
    "Growth": None,
    "How many employees do you have?": "fte",
    "Response Type": None,
    "Stage Date (UTC)": None,
    "Submit Date (UTC)": "submitted",
    "Network ID": None,
    "Tags": None,
    "Ending": None,
}
HUBSPOT = {
    "Record ID": "id",
    "Company name": "company",
    "Website URL": None,
    "Company owner": None,
    "Create Date": "submitted",
    "Number of Employees": "fte",
    "Associated Company IDs": None,
    "Record-ID": None,
    "Aanmaakdatum": None,
}
DYNAMICS = {
    "(Do Not Modify) Lead": "id",
    "(Do Not Modify) Row Checksum": None,
    "(Do Not Modify) Modified On": None,
    " Company Name": "company",
    "Name": "name",
    "No. of Employees": "fte",
    "Annual Revenue": "turnover",
    "ZIP/Postal Code": "postcode",
    "Street 1: City": "place",
    "Created On": "submitted",
}


@pytest.mark.parametrize("export", [FORMS_DUTCH, FORMS_ENGLISH, TYPEFORM, HUBSPOT, DYNAMICS])
def test_the_headers_of_an_export(export: dict[str, str | None]) -> None:
    assert {m.header: m.field for m in match_headers(list(export))} == export


def written(folder: Path, *rows: str) -> Path:
    path = folder / "a.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "header",
    ["BSN", "Wat is uw BSN?", "BSN-nummer eigenaar", "BsnNr", "Burgerservicenummer (BSN)",
     "Sofi-nummer", "Burger Service Nummer", "Citizen service number"],
)  # fmt: skip
@pytest.mark.parametrize("option", ["", "company", "extra"])
def test_citizen_numbers_are_refused_by_name_whatever_the_map_says(
    header: str, option: str, tmp_path: Path
) -> None:
    path = written(tmp_path, f"id;bedrijf;{header}", "1;A;111222333")
    field_map = {
        "": FieldMap(),
        "company": FieldMap(fields={"company": (header,)}),
        "extra": FieldMap(extra=(header,)),
    }[option]
    with pytest.raises(InputError, match=r"intake\.bsn") as caught:
        read_applicants(path, field_map)
    assert caught.value.problems[0].facts["column"] == header
    assert "111222333" not in str(caught.value.problems)
    kept = read_applicants(path, FieldMap(ignore=(header,)))
    assert kept[0].extra == {}


def test_a_column_of_citizen_numbers_is_refused_by_its_values(tmp_path: Path) -> None:
    numbers = [n for n in range(100_000_000, 100_000_100) if passes_eleven_test(str(n))]
    path = written(tmp_path, "id;bedrijf;Kenmerk", *(f"{i};B;{n}" for i, n in enumerate(numbers)))
    for field_map in (FieldMap(), FieldMap(fields={"name": ("Kenmerk",)})):
        with pytest.raises(InputError, match=r"intake\.bsn"):
            read_applicants(path, field_map)


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("BTW", "x"),
        ("BTW-identificatienummer van je bedrijf", "x"),
        ("VAT number", "x"),
        ("RSIN", "123456782"),
        ("Kenmerk", "NL111234567B01"),
    ],
)
def test_numbers_that_can_hold_a_citizen_number_are_left_out(
    header: str, cell: str, tmp_path: Path
) -> None:
    path = written(tmp_path, f"id;bedrijf;{header}", *(f"{i};B;{cell}" for i in range(6)))
    for field_map in (FieldMap(), FieldMap(extra=(header,)), FieldMap(fields={"name": (header,)})):
        found = read_applicants(path, field_map)
        assert found.report.dropped == (header,)
        assert found[0].extra == {}
        assert found[0].name is None


def test_turnover_without_vat_is_turnover(tmp_path: Path) -> None:
    path = written(tmp_path, "id;bedrijf;Omzet excl. btw", "1;A;1000")
    assert read_applicants(path)[0].turnover == 1000


def test_a_question_about_a_field_that_asks_else_stays_a_column(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "id;bedrijf;Wat doe je om je omzet te laten groeien?;Wat was je omzet?;"
        "Mogen we je e-mailadres delen?;Sta je in het register van de KvK?",
        "1;A;reclame;1000;Ja;Ja",
        "2;B;meer bellen;2000;Nee;Ja",
    )
    found = read_applicants(path)
    assert [(a.turnover, a.email, a.kvk) for a in found] == [(1000, None, None), (2000, None, None)]
    assert found[0].extra["Wat doe je om je omzet te laten groeien?"] == "reclame"
    assert [a.consent for a in found] == [True, False]
    told = [remark_line(r, Language.NL) for r in found.report.remarks]
    assert ["KvK-nummer" in told[0], len(told)] == [True, 1]


def test_a_map_may_name_several_columns(tmp_path: Path) -> None:
    path = written(
        tmp_path, "nr;Voornaam;Achternaam;Groei;Personeel", "1;Jan;Jansen;Groei;", "2;Piet;;;Mensen"
    )
    field_map = FieldMap(
        fields={"name": ("Voornaam", "Achternaam"), "themes": ("Groei", "Personeel")}
    )
    found = read_applicants(path, field_map)
    assert [(a.name, a.themes) for a in found] == [
        ("Jan Jansen", ("Groei",)),
        ("Piet", ("Mensen",)),
    ]


def test_headers_that_differ_in_case_are_told_apart(tmp_path: Path) -> None:
    path = written(tmp_path, "id;Company;company;COMPANY", "1;A;B;C")
    for header, value in (("Company", "A"), ("company", "B"), ("COMPANY", "C")):
        assert read_applicants(path, {"company": header})[0].company == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[fields]\nfte = 3\n", "intake.map_file"),
        ("[fields]\nfte = [3]\n", "intake.map_file"),
        ("fields = 3\n", "intake.map_file"),
        ("[numbers]\nx = 'de'\n", "intake.map_file"),
        ("colour = 'red'\n", "intake.map_file"),
        ("schema_version = 2\n", "programme.newer"),
        ("x = " + "[" * 5000 + "\n", "intake.map_file"),
        ("x = " + "9" * 5000 + "\n", "intake.map_file"),
        ("[fields]\nnothing = 'x'\n", "intake.map_field"),
    ],
)
def test_maps_that_cannot_be_read(text: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_maps([str(path)])
    assert caught.value.problems[0].code == code


def test_a_map_that_names_a_column_that_is_not_there(tmp_path: Path) -> None:
    path = written(tmp_path, "id;bedrijf;omzet", "1;A;1")
    for field_map in (FieldMap(numbers={"Omzt": "nl"}), FieldMap(dates={"Datum": "dmy"})):
        with pytest.raises(InputError, match=r"intake\.map_header"):
            read_applicants(path, field_map)
    with pytest.raises(InputError, match=r"intake\.map_option"):
        read_maps(["fte="])


def test_a_map_is_saved_with_any_header(tmp_path: Path) -> None:
    odd = FieldMap(fields={"name": ('a"b\\c', "tab\there", "line\nend", "\x7f", "€ 漢")})
    save_map(odd, tmp_path / "map.toml")
    assert load_map(tmp_path / "map.toml") == odd


def test_the_same_header_twice_is_two_columns() -> None:
    matches = match_headers(["omzet", "omzet (2)"])
    assert [m.how for m in matches] == [How.EXACT, How.EXTRA]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[not_same]\n"1" = "2"\n"1" = "3"\n', ("regel 3", '"1" = ["2", "3"]')),
        ('[same]\n1 = "2"\n\n[same]\n3 = "4"\n', ("regel 4", "één kop")),
    ],
)
def test_what_the_remarks_say_to_write_twice_is_told_how(
    tmp_path: Path, written: str, said: tuple[str, ...]
) -> None:
    """Two remarks about one person, copied below each other, are no TOML."""
    path = tmp_path / "map.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_map(path)
    message, _ = explain(refused.value.problems[0], Language.NL)
    assert all(part in message for part in said)


def test_a_header_is_chosen_anew() -> None:
    """Left out, kept, another field: the last word counts, and said twice is said once."""
    chosen = FieldMap(fields={"name": ("A", "B")}, ignore=("C",), numbers={"A": "nl"})
    for says in (
        FieldMap(ignore=("A",)),
        FieldMap(extra=("A",)),
        FieldMap(fields={"company": ("A",)}),
        FieldMap(fields={"name": ("A",)}),
    ):
        chosen = chosen.freed(["A"]).merged(says)
        assert chosen.freed(["A"]).merged(says) == chosen
    assert chosen == FieldMap(fields={"name": ("A",)}, ignore=("C",), numbers={"A": "nl"})
    assert chosen.freed(["A", "C"]) == FieldMap(numbers={"A": "nl"})


def test_a_long_text_is_no_question() -> None:
    """To find a part in brackets in 200,000 signs would take the square of them."""
    long = "1-1-" * 50_000
    assert [m.how for m in match_headers([long, "e-mail"])] == [How.EXTRA, How.EXACT]
    assert parted(long) == ("", long)
