"""People of several files are one table: ids, persons, remarks and what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.composing.prepare import as_given
from cohorts.errors import InputError
from cohorts.intake import read_applicants
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.several_files import read_several
from cohorts.programme.programme import load_programme

EXAMPLES = Path("docs/examples")
HEAD = "id,company,name,email,fte"


def file(folder: Path, name: str, *rows: str, head: str = HEAD) -> Path:
    path = folder / name
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def test_one_file_is_read_as_ever() -> None:
    one, other = read_applicants(EXAMPLES / "people.csv"), read_several(EXAMPLES / "people.csv")
    assert (one.people, one.report) == (other.people, other.report)


def test_they_come_together_by_id(tmp_path: Path) -> None:
    first = file(tmp_path, "a.csv", "m,Molen,Mo,m@x.nl,4", "c,Cel,Co,c@x.nl,")
    later = file(tmp_path, "b.csv", "d,Duin,3", head="id,company,fte")
    last = file(tmp_path, "c.csv", "z,Zeil,Zo,z@x.nl,5")
    read = read_several(first, [later, last])
    assert [a.id for a in read] == ["c", "d", "m", "z"]
    assert (read.report.rows, read.report.applicants) == (4, 4)
    assert read.report.missing == {"id": 0, "company": 0, "name": 1, "email": 1, "fte": 1}
    assert read.rows == {"m": 2, "c": 3, "d": 2, "z": 2}
    assert read.first_hand


def test_an_id_in_two_files_is_refused_with_both_places(tmp_path: Path) -> None:
    first = file(tmp_path, "a.csv", "m,Molen,Mo,m@x.nl,4", "c,Cel,Co,c@x.nl,3")
    later = file(tmp_path, "b.csv", "c,Duin,Do,d@x.nl,3")
    with pytest.raises(InputError) as refused:
        read_several(first, [later])
    (problem,) = refused.value.problems
    assert (problem.code, problem.place) == ("intake.same_id_beside", "b.csv")
    assert problem.facts == {"ids": ("c (a.csv: 3, b.csv: 2)",)}


def test_one_person_under_two_ids_is_refused_unless_it_are_two(tmp_path: Path) -> None:
    first = file(tmp_path, "a.csv", "m,Molen,Mo Maas,m@x.nl,4", "c,Cel,Co,c@x.nl,3")
    later = file(tmp_path, "b.csv", "n,Molen,Mo Maas,m@x.nl,4")
    with pytest.raises(InputError) as refused:
        read_several(first, [later])
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["count"]) == ("intake.person_beside", 1)
    assert problem.facts["pair"] == '"m" = "n"'
    told = FieldMap(not_same=(("m", "n"),))
    assert [a.id for a in read_several(first, [later], told)] == ["c", "m", "n"]


def test_a_remark_names_its_file_where_it_is_not_the_first(tmp_path: Path) -> None:
    first = file(tmp_path, "a.csv", "m,Molen,Mo Maas,m@x.nl,vier", "c,Cel,Co Mulder,c@x.nl,3")
    later = file(tmp_path, "b.csv", "n,Nis,Mo Maas,n@x.nl,drie", "o,Oever,Co Molder,c@x.nl,3")
    remarks = read_several(first, [later]).remarks
    cells = [(r.row, r.column) for r in remarks if r.value in ("vier", "drie")]
    assert cells == [(2, "fte"), (2, "b.csv, fte")]
    rows = [(r.facts["row_a"], r.facts["row_b"]) for r in remarks if "row_a" in r.facts]
    assert ("3", "3 (b.csv)") in rows


def test_rows_to_skip_are_of_the_first(tmp_path: Path) -> None:
    first = file(tmp_path, "a.csv", "m,Molen,Mo,m@x.nl,4", "c,Cel,Co,c@x.nl,3")
    later = file(tmp_path, "b.csv", "d,Duin,Do,d@x.nl,3")
    assert [a.id for a in read_several(first, [later], FieldMap(skip=(2,)))] == ["c", "d"]


def test_a_round_is_the_same_as_of_one_table() -> None:
    """later.csv has what newcomers.csv has, without b3."""
    programme = load_programme(EXAMPLES / "programme.toml")
    both = read_several(EXAMPLES / "people.csv", [EXAMPLES / "newcomers.csv"])
    one = read_applicants(EXAMPLES / "later.csv")
    left = as_given(both, programme, gone=["b3"])  # type: ignore[list-item] # an id as it is typed
    assert left.applicants == as_given(one, programme).applicants
