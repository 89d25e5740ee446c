"""What every place would do, worked out together, is what each does by itself, from scratch."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cohorts.composing.compose import demands_of
from cohorts.composing.prepare import prepare
from cohorts.errors import InputError, NoCompositionError
from cohorts.hands.board import Board
from cohorts.hands.change import Change, change
from cohorts.hands.layout import Layout
from cohorts.hands.leaving import Leaving
from cohorts.hands.standing import Standing
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.rules.quota import Quota
from solver.choices import rechosen, with_cheapest_choices
from solver.grouping import Grouping
from tests.cohorts.rule_examples import LEVELS
from tests.cohorts.rules_round import rounds
from tests.cohorts.small_round import programme, small

STEPS = 2


def _board(data: st.DataObject, name: str) -> Board:
    """Any people in any seats, under a rule and up to three others, with any levels of a score."""
    of_kind = [case for case in LEVELS if case[0] == name]
    cases = [data.draw(st.sampled_from(of_kind))]
    cases.extend(data.draw(st.lists(st.sampled_from(LEVELS), max_size=3)))
    rules = [{"rule": rule, "key": f"r{i}", **f} for i, (rule, f) in enumerate(cases)]
    drawn = data.draw(rounds(most=9))
    places = data.draw(st.sampled_from(["everyone", "as many as possible", f"at most {drawn.n}"]))
    table = programme(rules, places).model_dump()
    table["groups"] |= {
        "standing": data.draw(st.sampled_from(["weighed", "first"])),
        "fairness": data.draw(st.booleans()),
    }
    likens = [f"r{i}" for i, (rule, f) in enumerate(cases) if rule in {"comparable", "alike"}]
    if data.draw(st.booleans()) and likens:
        table["groups"]["alike_first"] = {"rules": likens[:1], "level": 1.5}
    try:
        asked_by = Programme.model_validate(table)
        round_ = prepare(
            drawn.applicants,
            asked_by,
            relations=drawn.relations,
            groups=drawn.groups,
            size=(1, data.draw(st.integers(-(-drawn.n // drawn.groups), drawn.n))),
            merit=data.draw(st.sampled_from([None, drawn.merit])),
            previous=data.draw(st.sampled_from([None, drawn.previous])),
            on=drawn.on,
        )
        asked, _ = demands_of(asked_by, round_)
    except (ValueError, InputError, NoCompositionError):
        assume(condition=False)
        raise
    draw = random.Random(data.draw(st.integers(0, 9999)))
    seats = np.array([draw.randint(0, round_.groups) for _ in range(round_.n)], dtype=np.int64)
    grouping = with_cheapest_choices(asked.task.terms, seats, asked.task)
    begun = replace(small().proposal, round=round_)
    return Board(begun, Layout(Standing.of(asked, round_, grouping)))


def _from_scratch(here: Standing, row: int, seat: int) -> Change:
    """Both standings by the definitions alone, in rounds that remember nothing."""
    seats = here.grouping.assignment.copy()
    touched = {int(seats[row]), seat}
    seats[row] = seat
    moved = Grouping(seats, here.grouping.groups, here.grouping.choices)
    after = rechosen(here.asked.task, moved, touched)
    before = Standing.of(here.asked, replace(here.round), here.grouping)
    return change(before, Standing.of(here.asked, replace(here.round), after))


def _same(one: Change, other: Change) -> None:
    for field in fields(Change):
        assert getattr(one, field.name) == getattr(other, field.name), field.name


@pytest.mark.parametrize("name", sorted({name for name, _ in LEVELS}))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_place_does_what_it_does_by_itself(name: str, data: st.DataObject) -> None:
    board = _board(data, name)
    draw = random.Random(data.draw(st.integers(0, 9999)))
    people = [a.id for a in board.begun.round.applicants]
    for _ in range(STEPS):
        person = draw.choice(people)
        here, row = board.now.standing, board.begun.round.rows[person]
        prices = board.prices(person)
        everybody = here.asked.task.places.low == here.round.n
        outside = set() if everybody or board.group_of(person) is None else {None}
        groups = {*range(1, here.round.groups + 1)} - {board.group_of(person)}
        assert prices.keys() == groups | outside
        for place, price in prices.items():
            seat = here.round.groups if place is None else place - 1
            _same(price, _from_scratch(here, row, seat))
        if not prices:
            break
        board = board.move(person, draw.choice(list(prices)))


def _six() -> Standing:
    """Two by two in three groups; two from Drenthe, of whom one may go out, and two at most."""
    six = tuple(
        Applicant(id=ApplicantId(i), province="Drenthe" if i in "ac" else "Zeeland")
        for i in "abcdef"
    )
    quota = {"rule": "quota", "field": "province", "value": "Drenthe", "most": 2, "level": "must"}
    asked_by = programme([quota, {"rule": "alike", "field": "province"}], "as many as possible")
    round_ = prepare(six, asked_by, groups=3, size=(1, 4))
    asked, _ = demands_of(asked_by, round_)
    return Standing.of(asked, round_, Grouping(np.array([0, 0, 1, 1, 2, 2], dtype=np.int64), 3))


def test_the_group_that_is_left_hears_who_went_out() -> None:
    """It has the same members wherever they go, and is told of one less from Drenthe only then."""
    leaving = Leaving.of(_six(), 0)
    for seat in (1, 3):
        there = leaving.to(seat)
        fresh = Standing.of(there.asked, replace(there.round), there.grouping)
        assert there.findings == fresh.findings


def test_what_nobody_touched_stays_the_very_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who goes is measured away once, and once in each of two places.

    Out counts one from Drenthe less, so there every group is told of it.
    """
    here = _six()
    measured: list[tuple[int, str]] = []
    whole = Quota.measure_group

    def counted(rule: Quota, group: object, pool: object) -> object:
        measured.append((group.number, "".join(a.id for a in group.members)))  # type: ignore[attr-defined]  # a Seated
        return whole(rule, group, pool)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(Quota, "measure_group", counted)
    leaving = Leaving.of(here, 0)
    assert measured == []
    there = leaving.to(1)
    assert sorted(measured) == [(1, "b"), (2, "acd")]
    for found in zip(there.measured, here.measured, strict=True):
        assert found[0].by_group[3] is found[1].by_group[3]
    measured.clear()
    leaving.to(2)
    assert measured == [(3, "aef")]
    measured.clear()
    leaving.to(3)
    assert sorted(measured) == [(1, "b"), (2, "cd"), (3, "ef")]
