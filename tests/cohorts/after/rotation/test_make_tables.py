"""From people and programme to tables: musts hold, wishes and earlier meetings weigh."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cohorts.after.rotation.make_tables import make_tables
from cohorts.after.rotation.meetings_counted import WrongFiguresError
from cohorts.after.rotation.tables_asked import Wanted
from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.composing import engines
from cohorts.errors import InputError, NoCompositionError
from cohorts.people.applicant import Applicant, Status
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from cohorts.words import Language, explain
from solver.solution import Effort
from tests.cohorts.after.rotation.few_people import NINE, pair, people, who, with_wish_apart


def plan(
    all_: list[Applicant], programme: Programme = NINE, relations: Any = (), **asked: Any
) -> TablesPlan:
    """The tables of these people, quickly."""
    wanted = Wanted(**asked)
    return make_tables(all_, programme, wanted, effort=Effort.QUICK, relations=relations)


def rivals(*numbers: int, kind: RelationKind = RelationKind.COMPETITOR) -> list[Relation]:
    """The first of them with each of the others."""
    first, *others = who(*numbers)
    return [Relation(first, other, kind) for other in others]


def test_nine_meet_everybody_once_in_four_sessions() -> None:
    """4 sessions of 3 × 3 are 36 pairs: every pair once, so there are none to repeat."""
    found = plan(people(9), sessions=4, tables=3)
    assert (found.figures.repeats, len(found.figures.meetings), found.bound) == (0, 36, 0)
    assert found.best


def test_five_sessions_of_nine_cannot_be_without_repeats() -> None:
    """5 × 9 = 45 meetings of 36 pairs: 9 repeats at least."""
    found = plan(people(9), sessions=5, tables=3)
    assert found.bound == 9
    assert found.figures.repeats >= 9


def test_a_must_never_shares_a_table_and_a_wish_weighs() -> None:
    """Four at two tables of two: 1 can sit with 4 alone, where 2 and 3 are rivals of 1."""
    four = people(4)
    must = plan(four, relations=rivals(1, 2, 3), sessions=2, tables=2)
    assert set(must.figures.meetings) == {who(1, 4), who(2, 3)}
    assert must.figures.repeats == 2
    wish = plan(four, with_wish_apart(), rivals(1, 2, 3), sessions=1, tables=2)
    assert set(wish.figures.meetings) == {who(1, 4), who(2, 3)}
    assert wish.figures.repeats == 0
    both = plan(four, with_wish_apart(), rivals(1, 2, 3), sessions=2, tables=2)
    assert both.figures.repeats == 1
    assert len(both.figures.rather_not) == 1


def test_who_met_before_is_not_met_again() -> None:
    """By the file, or by a relation of the kind met: it comes to the same."""
    four = people(4)
    before = frozenset({pair(1, 2), pair(3, 4)})
    relations = rivals(1, 2, kind=RelationKind.MET) + rivals(3, 4, kind=RelationKind.MET)
    by_file = plan(four, met=before, sessions=2, tables=2)
    by_row = plan(four, relations=relations, sessions=2, tables=2)
    for found in (by_file, by_row):
        assert found.figures.repeats == 0
        assert not found.figures.met_again
        assert found.met == before


def test_an_evening_goes_on_from_the_one_before() -> None:
    first = plan(people(9), sessions=2, tables=3)
    second = plan(people(9), sessions=2, tables=3, met=frozenset(first.figures.meetings))
    assert second.figures.repeats == 0
    assert not first.figures.meetings.keys() & second.figures.meetings.keys()


def test_whom_the_conditions_refuse_takes_no_part_and_is_no_host() -> None:
    all_ = [
        replace(a, status=Status.CONFIRMED if i else Status.APPROACHED)
        for i, a in enumerate(people(9))
    ]
    found = plan(all_, sessions=1, tables=2)
    assert found.round_.n == 8
    assert [one.applicant.id for one in found.round_.set_aside] == list(who(1))
    with pytest.raises(InputError) as error:
        plan(all_, sessions=1, tables=2, hosts={who(1)[0]: 1})
    assert error.value.problems[0].code == "rotation.host_aside"
    none = [replace(a, status=Status.APPROACHED) for a in all_]
    with pytest.raises(InputError) as nobody:
        plan(none, sessions=1, tables=2)
    assert nobody.value.problems[0].code == "rotation.nobody_left"


def test_a_clash_names_the_least_that_clashes() -> None:
    """Three rivals of each other and two tables; the fourth has nothing to do with it."""
    relations = [*rivals(1, 2, 3), *rivals(2, 3)]
    with pytest.raises(NoCompositionError) as error:
        plan(people(6), relations=relations, sessions=2, tables=2)
    (problem,) = error.value.problems
    assert problem.code == "rotation.clash"
    said = explain(problem, Language.EN)[0]
    assert "Persoon 01, Persoon 02 and Persoon 03 do not share a table" in said
    assert "competitors" in said
    assert "there are 2 tables" in said
    assert "Persoon 04" not in said
    with pytest.raises(NoCompositionError) as hosts:
        plan(people(6), sessions=1, tables=3, hosts=dict.fromkeys(who(1, 2, 3), 1))
    assert "at table 1 sit at most 2" in explain(hosts.value.problems[0], Language.EN)[0]


def test_what_the_search_states_is_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    true = engines.rotate

    def boasting(*given: Any, **more: Any) -> Any:
        return replace(true(*given, **more), repeats=1)

    monkeypatch.setattr(engines, "rotate", boasting)
    with pytest.raises(WrongFiguresError):
        plan(people(9), sessions=2, tables=3)
