"""What each session asks: sizes, hosts, absences; and what cannot be, with place and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cohorts.after.rotation.one_session import OneSession, sessions_of
from cohorts.after.rotation.plan_file import read_plan
from cohorts.after.rotation.tables_asked import Wanted
from cohorts.composing.prepare import as_given
from cohorts.errors import InputError
from cohorts.intake.beside.directory import Directory
from cohorts.words import Language, explain
from tests.cohorts.after.rotation.few_people import NINE, people, who

ONE, TWO = who(1, 2)


def sessions(count: int = 11, plan: Path | None = None, **asked: Any) -> tuple[OneSession, ...]:
    """The sessions of so many people."""
    all_ = people(count)
    wanted = Wanted(plan=read_plan(plan) if plan else None, **asked)
    return sessions_of(wanted, as_given(all_, NINE), Directory(all_))


@pytest.mark.parametrize(
    ("asked", "bounds"),
    [
        ({"tables": 3}, ((3, 4),) * 3),
        ({"tables": 4, "size": (2, 5)}, ((2, 3),) * 4),
        ({"size": (3, 5)}, ((3, 4),) * 3),  # 11 / 4 is 2.75
        ({"size": (5, 6)}, ((5, 6),) * 2),
        ({"size": (11, 20)}, ((11, 11),)),
    ],
)
def test_tables_are_as_even_as_it_goes(
    asked: dict[str, Any], bounds: tuple[tuple[int, int], ...]
) -> None:
    assert [one.tables for one in sessions(sessions=2, **asked)] == [bounds] * 2


def test_who_is_absent_makes_the_tables_of_that_session_smaller() -> None:
    first, second = sessions(sessions=2, tables=5, absent={ONE: frozenset({2})})
    assert (first.tables, second.tables) == (((2, 3),) * 5, ((2, 2),) * 5)
    assert first.there - second.there == {ONE}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "no_sessions"),
        ({"sessions": 0, "tables": 3}, "sessions"),
        ({"sessions": 2}, "no_tables"),
        ({"sessions": 2, "tables": 0}, "tables"),
        ({"sessions": 2, "tables": 6}, "too_many_tables"),  # someone would sit alone
        ({"sessions": 2, "tables": 2, "size": (2, 5)}, "too_few_tables"),
        ({"sessions": 2, "size": (6, 7)}, "size_unfit"),  # 6 and 5, or 11
        ({"sessions": 2, "size": (1, 4)}, "alone"),
        ({"sessions": 1, "tables": 3, "absent": {ONE: frozenset({2})}}, "absent_session"),
        (
            {"sessions": 2, "tables": 3, "absent": {ONE: frozenset({2})}, "hosts": {ONE: 1}},
            "host_absent",
        ),
        ({"sessions": 2, "tables": 3, "hosts": {ONE: 4}}, "host_table"),
        ({"sessions": 1, "tables": 2, "absent": {w: frozenset({1}) for w in who(*range(1, 12))}},
         "nobody_there"),
        ({"sessions": 1, "tables": 2, "absent": {w: frozenset({1}) for w in who(*range(1, 11))}},
         "one_there"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_with_a_remedy(asked: dict[str, Any], code: str) -> None:
    with pytest.raises(InputError) as error:
        sessions(**asked)
    (problem,) = error.value.problems
    assert problem.code == f"rotation.{code}"
    assert problem.place
    for language in Language:
        assert all(explain(problem, language))


PLAN = """schema_version = 1
tables = 3
spread = ["fte"]
apart = [["p01", "p02"]]
[hosts]
p03 = 2

[[sessions]]
title = "Na de lunch"
sizes = [4, [2, 4], 4]
absent = ["Persoon 11"]
apart = [["p04", "p05"]]

[[sessions]]
size = [5, 6]
tables = 2
hosts = {p04 = 1}
"""


def test_a_plan_says_it_session_by_session(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    first, second = sessions(plan=file)
    assert first.title == "Na de lunch"
    assert first.tables == ((4, 4), (2, 4), (4, 4))
    assert second.tables == ((5, 6), (5, 6))
    assert len(first.there) == 10
    assert first.apart == {who(1, 2), who(4, 5)}
    assert second.apart == {who(1, 2)}
    assert first.hosts == {who(3)[0]: 2}
    assert second.hosts == {who(3)[0]: 2, who(4)[0]: 1}


@pytest.mark.parametrize(
    ("before", "after", "line", "code"),
    [
        ("tables = 3\n", 'tables = "3"\n', 2, "field"),
        ("spread =", "speard =", 3, "field"),
        ("[4, [2, 4], 4]", "[4, [4, 2], 4]", 10, "field"),
        ("[4, [2, 4], 4]", "[4, 1, 4]", 10, "field"),
        ("[4, [2, 4], 4]", "[3, 3, 3]", 8, "sizes_sum"),
        ('["Persoon 11"]', '["Persoon 12"]', 11, "person_unknown"),
        ('["p04", "p05"]', '["p04", "p04"]', 12, "apart_self"),
        ("{p04 = 1}", "{p03 = 1}", 17, "host_twice"),
        ("schema_version = 1", "schema_version = 2", 0, "newer"),
        ("[hosts]", "[hosts", 0, "toml"),
    ],
)
def test_a_fault_in_a_plan_has_its_line(
    before: str, after: str, line: int, code: str, tmp_path: Path
) -> None:
    file = tmp_path / "plan.toml"
    assert before in PLAN
    file.write_text(PLAN.replace(before, after), encoding="utf-8")
    with pytest.raises(InputError) as error:
        sessions(plan=file)
    problem = error.value.problems[0]
    assert problem.code.endswith(f".{code}")
    assert problem.place == (f"{file}:{line}" if line else str(file))
    for language in Language:
        assert all(explain(problem, language))


def test_a_plan_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_plan(tmp_path / "no.toml")
    assert error.value.problems[0].code == "rotation.unreadable"
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    with pytest.raises(InputError) as differ:
        sessions(plan=file, sessions=3)
    assert differ.value.problems[0].code == "rotation.sessions_differ"
