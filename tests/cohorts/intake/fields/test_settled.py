"""What a map settles, and what a row of options says, decides nothing else by the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.intake import FieldMap, read_applicants


def export(folder: Path, *rows: str) -> Path:
    path = folder / "export.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("how", ["fields", "ignore", "extra"])
def test_a_column_that_the_map_settles_takes_no_field(how: str, tmp_path: Path) -> None:
    """An option of a question (Typeform: the option is the header) is called as a field is."""
    file = export(
        tmp_path,
        "Bedrijfsnaam,personeel,export,Hoeveel mensen werken er bij u?",
        "Anker,personeel,,12",
        "Berk,,export,3",
    )
    told = {"themes": ("personeel", "export")} if how == "fields" else ("personeel", "export")
    people = read_applicants(file, FieldMap.model_validate({how: told}))
    assert sorted((a.company, a.fte) for a in people) == [("Anker", 12), ("Berk", 3)]


def test_options_that_begin_with_a_digit_are_headers(tmp_path: Path) -> None:
    """SurveyMonkey: what says Open-Ended Response is no answer, whatever the options look like."""
    file = export(
        tmp_path,
        "Wat is de naam van uw bedrijf?,Welke thema's spreken u aan?,,",
        "Open-Ended Response,3D-printen,10-50 medewerkers,robots",
        "Anker,3D-printen,,robots",
        "Berk,,10-50 medewerkers,",
    )
    people = read_applicants(file)
    themes = {a.company: a.themes for a in people}
    assert themes == {"Anker": ("3D-printen", "robots"), "Berk": ("10-50 medewerkers",)}
