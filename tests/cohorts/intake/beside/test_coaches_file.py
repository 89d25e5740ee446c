from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.intake.beside.coaches_file import read_coaches
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.coach import Serves

PEOPLE = (
    Applicant(
        id=ApplicantId("p1"), company="Anker B.V.", name="An", sbi="6210", sbi_version="2025"
    ),
    Applicant(id=ApplicantId("p2"), company="Anker B.V.", name="Bo"),
    Applicant(id=ApplicantId("p3"), company="Citer", name="Cas"),
)


def written(folder: Path, text: str) -> Path:
    path = folder / "coaches.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_that_a_row_may_say(tmp_path: Path) -> None:
    text = (
        "Mentor;Bedrijf;Capaciteit;Voor;Plaats;SBI;Branche;Belang\n"
        "Vera;Vera Advies;2;kringen;Zwolle;62.10;zorg;p3; \n"
    )
    coach = read_coaches(written(tmp_path, text.replace("p3; ", "p3")), PEOPLE)[0]
    assert (coach.name, coach.capacity, coach.serves) == ("Vera", 2, Serves.GROUPS)
    assert (coach.as_applicant.place, coach.as_applicant.sbi) == ("Zwolle", "6210")
    assert coach.as_applicant.sbi_version == "2025"
    assert coach.as_applicant.latitude is not None
    assert coach.as_applicant.extra == {"sector": "zorg"}
    assert coach.conflicts == {"p3"}


def test_a_conflict_with_a_company_is_one_with_all_its_people(tmp_path: Path) -> None:
    text = "coach,capacity,conflicts\nA,1,Anker\nB,1,Bo | citer\nC,1,\n"
    found = read_coaches(written(tmp_path, text), PEOPLE)
    assert [sorted(one.conflicts) for one in found] == [["p1", "p2"], ["p2", "p3"], []]
    assert {one.serves for one in found} == {Serves.PEOPLE}


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("A,,,,,", ["capacity_absent"]),
        ("A,0,,,,", ["capacity"]),
        ("A,-1,,,,", ["capacity"]),
        ("A,2.5,,,,", ["capacity"]),
        ("A,veel,,,,", ["capacity"]),
        (",1,,,,", ["name"]),
        ("A,1,iedereen,,,", ["serves"]),
        ("A,1,,Nergenshuizen,,", ["place"]),
        ("A,1,,,12,", ["postcode"]),
        ("A,1,,,,x", ["sbi"]),
        (",0,iedereen,,,x", ["name", "capacity", "serves", "sbi"]),
    ],
)
def test_every_fault_of_a_row_is_told_with_its_place(
    row: str, codes: list[str], tmp_path: Path
) -> None:
    text = f"coach,capacity,for,place,postcode,sbi\nGoed,1,,,,\n{row}\n"
    with pytest.raises(InputError) as error:
        read_coaches(written(tmp_path, text), PEOPLE)
    assert [p.code for p in error.value.problems] == [f"coaches.{code}" for code in codes]
    assert {p.place for p in error.value.problems} == {"coaches.csv:3"}


def test_an_unknown_conflict_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_coaches(written(tmp_path, "coach,capacity,conflicts\nA,1,Citter;p9\n"), PEOPLE)
    assert [p.code for p in error.value.problems] == ["intake.person_unknown"] * 2
    assert "Citer" in str(error.value.problems[0].facts["nearest"])


def test_nobody_and_twice(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"coaches\.nobody"):
        read_coaches(written(tmp_path, "coach,capacity\n"), PEOPLE)
    with pytest.raises(InputError, match=r"coaches\.twice"):
        read_coaches(written(tmp_path, "coach,capacity\nAn,1\nan,2\n"), PEOPLE)
    two_jobs = "coach,capacity,for\nAn,1,people\nAn,2,beside\n"
    assert len(read_coaches(written(tmp_path, two_jobs), PEOPLE)) == 2
