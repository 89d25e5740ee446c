"""The files beside the applicants, friendly and hostile."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from cohorts.errors import InputError
from cohorts.intake.beside.merit_file import read_merit
from cohorts.intake.beside.previous_file import read_previous
from cohorts.intake.beside.relations_file import read_relations
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.remark import noticed

PEOPLE = tuple(
    Applicant(id=ApplicantId(i), kvk=kvk)
    for i, kvk in (("p1", "12345678"), ("p2", "01234567"), ("=p3", None))
)


def written(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    ["a,b,kind\np1,p2,competitor\n", "A;B;Kind\np1;p2;Competitor\n", "kind,b,a\ncompetitor,p2,p1\n",
     "a,b,kind\n12345678,1234567,competitor\n",
     "a,b,rank,kind,likely,why\np1,p2,1,competitor,yes,x\n",
     '[{"a": "p1", "b": "p2", "kind": "competitor"}]'],
)  # fmt: skip
def test_relations_as_they_come(text: str, tmp_path: Path) -> None:
    relation = read_relations(written(tmp_path, text), PEOPLE)[0]
    assert (relation.a, relation.b, relation.kind) == ("p1", "p2", "competitor")


def test_a_kind_and_an_id_are_read_as_they_stand(tmp_path: Path) -> None:
    """``none`` is a kind, and NA may be somebody's id, though both are words for nothing."""
    people = [*PEOPLE, Applicant(id=ApplicantId("NA"))]
    [relation] = read_relations(written(tmp_path, "a,b,kind\np1,NA,none\n"), people)
    assert (relation.b, relation.kind) == ("NA", "none")


def test_a_register_may_be_empty(tmp_path: Path) -> None:
    assert read_relations(written(tmp_path, "a,b,kind\n"), PEOPLE) == ()
    assert read_previous(written(tmp_path, "group,applicant_id\n"), PEOPLE) == {}


def codes(error: pytest.ExceptionInfo[InputError]) -> list[tuple[str, str]]:
    return [(p.code.removeprefix("intake."), p.place) for p in error.value.problems]


def test_every_bad_row_of_every_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_relations(written(tmp_path, "a,b,kind\np1,,met\n-,p2,met\np1,p2,\n"), PEOPLE)
    assert codes(caught) == [
        *(
            ("person_unknown", "a.csv:2"),
            ("person_unknown", "a.csv:3"),
            ("relation_kind", "a.csv:4"),
        ),
    ]
    with pytest.raises(InputError) as caught:
        read_merit(written(tmp_path, "applicant_id,merit\np1,x\np9,1\np2,1\np2,2\n"), PEOPLE)
    assert codes(caught) == [
        *(("merit_value", "a.csv:2"), ("person_unknown", "a.csv:3"), ("person_twice", "a.csv:5")),
    ]
    with pytest.raises(InputError) as caught:
        read_previous(written(tmp_path, "group,applicant_id\n0,p1\n1,p2\n2,p2\n"), PEOPLE)
    assert codes(caught) == [("previous_group", "a.csv:2"), ("person_twice", "a.csv:4")]


@pytest.mark.parametrize(
    ("cell", "points"), [("7,5", 7500), ("7.5", 7500), ("0", 0), ("1e3", 10**6)]
)
def test_points(cell: str, points: int, tmp_path: Path) -> None:
    rows = f'applicant_id;merit\np1;{cell}\np2;0\n"\'=p3";0\n'
    assert read_merit(written(tmp_path, rows), PEOPLE)[ApplicantId("p1")] == points


@pytest.mark.parametrize(
    "cell", ["", "-1", "nan", "inf", "1e400", "1e300", "99999999999999", "5-7", "5+", "< 5", "veel"]
)
def test_no_points(cell: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"intake\.merit_value"):
        read_merit(written(tmp_path, f"applicant_id;merit\np1;{cell}\np2;1\n"), PEOPLE)


@pytest.mark.parametrize("group", ["", "0", "-1", "1.5", "x", "１", "9999999"])
def test_no_group(group: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"intake\.previous_group"):
        read_previous(written(tmp_path, f"group;applicant_id\n{group};p1\n"), PEOPLE)


def test_an_earlier_composition_of_other_people(tmp_path: Path) -> None:
    path = written(tmp_path, "group,applicant_id,company\n1,x1,A\n2,'=p3,B\n1,p1,C\n")
    assert read_previous(path, PEOPLE) == {"=p3": 2, "p1": 1}
    with pytest.raises(InputError, match=r"intake\.previous_strangers"):
        read_previous(written(tmp_path, "group,applicant_id\n1,x1\n2,x2\n"), PEOPLE)


def test_a_must_that_another_row_lets_go_is_said(tmp_path: Path) -> None:
    both = written(tmp_path, "a,b,kind,must\np1,p2,competitor,yes\np2,p1,none,\n")
    [remark] = noticed(read_relations(both, PEOPLE))
    assert remark.code == "intake.relation_let_go"
    suggested = written(tmp_path, "a,b,kind,must\np1,p2,competitor,\np2,p1,none,\n")
    assert not noticed(read_relations(suggested, PEOPLE))


def test_what_a_workbook_beside_the_applicants_hides_is_said(tmp_path: Path) -> None:
    path = tmp_path / "points.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Punten")
        for i, cells in enumerate(["id punten", "p1 3", "p2 4", "=p3 5"]):
            for column, cell in enumerate(cells.split()):
                sheet.write_string(i, column, cell)
        sheet.set_row(2, None, None, {"hidden": True})
        book.add_worksheet("Meer").write(0, 0, "x")
    codes_ = [r.code for r in noticed(read_merit(path, PEOPLE))]
    assert codes_ == ["intake.beside_sheets", "intake.beside_hidden"]


@pytest.mark.parametrize(
    ("count", "told"), [(2, ("x0", "x1")), (9, (*(f"x{i}" for i in range(8)), "+ 1"))]
)
def test_strangers_are_counted(count: int, told: tuple[str, ...], tmp_path: Path) -> None:
    rows = "".join(f"1,x{i}\n" for i in range(count))
    with pytest.raises(InputError) as refused:
        read_previous(written(tmp_path, f"group,applicant_id\n{rows}"), PEOPLE)
    assert refused.value.problems[0].facts == {"people": told, "count": count}
