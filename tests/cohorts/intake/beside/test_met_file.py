"""Who met before: at the tables of an earlier evening, or by relations."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.intake.beside.met_file import read_met
from tests.cohorts.after.rotation.few_people import people, who

TABLES = """session,table,applicant_id,company,name
1,1,p01,,Persoon 01
1,1,p02,,Persoon 02
1,2,p03,,Persoon 03
2,1,p01,,Persoon 01
2,1,p03,,Persoon 03
2,1,x9,,Iemand Anders
"""


def met(text: str, folder: Path) -> object:
    file = folder / "met.csv"
    file.write_text(text, encoding="utf-8")
    return read_met(file, people(4))


def test_who_shared_a_table_met_and_who_is_gone_is_passed_over(tmp_path: Path) -> None:
    found = met(TABLES, tmp_path)
    assert found == (who(1, 2), who(1, 3))
    (remark,) = found.remarks  # type: ignore[attr-defined]  # rows that note
    assert remark.code == "rotation.met_gone"
    assert remark.facts["people"] == ("x9",)


def test_of_relations_only_those_who_met_count(tmp_path: Path) -> None:
    rows = "a,b,kind\np04,p02,met\np01,p02,competitor\n"
    assert met(rows, tmp_path) == (who(2, 4),)
    assert met("a,b,kind\n", tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TABLES.replace("1,2,p03", "1,,p03"), "rotation.met_table"),
        (TABLES + "2,2,p03,,\n", "intake.person_twice"),
        ("session,table,applicant_id\n1,1,p01\n1,2,p02\n", "rotation.nobody_met"),
        ("a,b,kind\np01,p02,competitor\n", "rotation.nobody_met"),
        ("a,b,kind\np01,zz,met\n", "intake.person_unknown"),
        ("session,table\n1,1\n", "intake.columns_absent"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        met(text, tmp_path)
    assert error.value.problems[0].code == code
