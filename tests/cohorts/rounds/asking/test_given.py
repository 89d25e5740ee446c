"""What is given comes back as it was given, holds no id, and follows the people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from cohorts.composing.inputs import INPUTS
from cohorts.errors import InputError, StaleError
from cohorts.people.applicant import ApplicantId, Status
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.left_at import LeftAt, Why
from cohorts.round.remark import noticed
from cohorts.round.smaller import Smaller
from cohorts.round.waiting import Wait
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give, give_file
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import admitted, applicant, event, note, relation, remark, said, setting
from tests.cohorts.rounds.asking.a_round import PEOPLE, RELATIONS, take_in, with_people
from tests.cohorts.store.statements import statements

PERSONAL = (note, remark, applicant, said)


def ids(store: Store, actor: Actor, round_: RoundKey) -> list[ApplicantId]:
    return [a.id for a in people_of(store, actor, round_).applicants]


def some(who: list[ApplicantId]) -> Mapping[str, Any]:
    """A value for every input."""
    return {
        "relations": (
            Relation(who[0], who[1], RelationKind.COMPETITOR, must=True, note="Beiden in Ede"),
        ),
        "merit": {one: 1000 * n for n, one in enumerate(who)},
        "previous": {who[0]: 2, who[3]: 1},
        "waiting": {who[2]: Wait(date(2025, 3, 1), "B")},
        "keep": True,
        "groups": 3,
        "size": (2, 5),
        "places": "at most 9",
        "on": date(2026, 5, 4),
        "count_from": Status.PROBABLE,
        "pins": {who[1]: 2},
        "gone": [who[4]],
        "not_on": {who[3]: LeftAt(1, Why.LOWER)},
        "admitted": {who[5]: "Groeit snel"},
        "smaller": {3: Smaller(1, "Kent elkaar al")},
        "seed": 7,
    }


def given_to(store: Store, actor: Actor, round_: RoundKey) -> Mapping[str, Any]:
    return asked_of(store, actor, round_).given


def test_what_stands_in_a_round_is_asked_at_once(store: Store) -> None:
    anna, round_ = with_people(store)
    for name, value in some(ids(store, anna, round_)).items():
        give(store, anna, round_, name, value)
    with statements() as asked:
        given_to(store, anna, round_)
    assert sum("FROM setting" in one for one in asked) == 1


def test_every_input_comes_back_as_it_was_given(store: Store) -> None:
    anna, round_ = with_people(store)
    given = some(ids(store, anna, round_))
    assert given.keys() == INPUTS.keys()
    for name, value in given.items():
        give(store, anna, round_, name, value)
    kept = given_to(store, anna, round_)
    assert {name: kept[name] for name in kept} == given
    for name in given:
        give(store, anna, round_, name, None)
    assert asked_of(store, anna, round_).given == {}


def test_no_id_stands_where_nothing_of_people_may(store: Store) -> None:
    anna, round_ = with_people(store)
    who = ids(store, anna, round_)
    for name, value in some(who).items():
        give(store, anna, round_, name, value)
    with store.reading() as connection:
        for table in (setting, relation, admitted, event):
            written = repr(connection.execute(select(table)).all())
            assert not any(f"'{one}'" in written or f'"{one}"' in written for one in who)
            assert "Beiden in Ede" not in written
            assert "Groeit snel" not in written
        assert "Kent elkaar al" not in written


def test_who_withdraws_drops_out_and_comes_back(store: Store) -> None:
    anna, round_ = with_people(store)
    who = ids(store, anna, round_)
    for name, value in some(who).items():
        give(store, anna, round_, name, value)
    rows = PEOPLE.splitlines(keepends=True)
    left = b"".join(row for row in rows if not row.startswith(f"{who[1]},".encode()))
    take_in(store, anna, round_, left)
    given = given_to(store, anna, round_)
    assert "relations" not in given
    assert given["pins"] == {}
    assert who[1] not in given["merit"]
    assert len(given["merit"]) == len(who) - 1
    take_in(store, anna, round_, PEOPLE)
    given = given_to(store, anna, round_)
    assert given["pins"] == {who[1]: 2}
    assert len(given["relations"]) == 1


def test_a_file_is_read_against_the_people_and_a_corrected_one_counts(store: Store) -> None:
    anna, round_ = with_people(store)
    give_file(store, anna, round_, "relations", file="relaties.csv", content=RELATIONS)
    asked = asked_of(store, anna, round_)
    many = len(given_to(store, anna, round_)["relations"])
    assert many > 1
    assert (asked.files["relations"].name, asked.files["relations"].count) == ("relaties.csv", many)
    less = b"".join(RELATIONS.splitlines(keepends=True)[:2])
    give_file(store, anna, round_, "relations", file="relaties.csv", content=less)
    assert len(given_to(store, anna, round_)["relations"]) == 1
    with store.reading() as connection:
        assert len(connection.execute(select(note)).all()) <= 2


def test_a_faulty_file_changes_nothing(store: Store) -> None:
    anna, round_ = with_people(store)
    give_file(store, anna, round_, "relations", file="r.csv", content=RELATIONS)
    before = asked_of(store, anna, round_)
    for content in (b"a,b,kind\nnobody,other,competitor\n", b"", b"\x00\xff", b"x,y\n1,2\n"):
        with pytest.raises(InputError):
            give_file(store, anna, round_, "relations", file="r.csv", content=content)
    after = asked_of(store, anna, round_)
    assert (after.revision, after.given) == (before.revision, before.given)


def test_what_reading_noticed_stays_with_it(store: Store) -> None:
    """A stranger in an earlier composition, and a pair that is a must and let go."""
    anna, round_ = with_people(store)
    who = ids(store, anna, round_)
    earlier = f"group,applicant_id\n1,{who[0]}\n2,onbekend-77\n".encode()
    give_file(store, anna, round_, "previous", file="groups.csv", content=earlier)
    both = f"a,b,kind,must\n{who[0]},{who[1]},competitor,ja\n{who[0]},{who[1]},none,\n".encode()
    give_file(store, anna, round_, "relations", file="r.csv", content=both)
    given = given_to(store, anna, round_)
    codes = [one.code for value in given.values() for one in noticed(value)]
    assert codes == ["intake.previous_gone", "intake.relation_let_go"]
    assert given["previous"] == {who[0]: 1}


def test_nobody_is_named_who_is_not_there(store: Store) -> None:
    anna, round_ = with_people(store)
    with pytest.raises(InputError) as error:
        give(store, anna, round_, "gone", [ApplicantId("nobody")])
    assert error.value.problems[0].code == "asking.nobody"
    with pytest.raises(InputError):
        give(store, anna, round_, "groups", "many")


def test_a_stale_save_is_refused_with_what_was_done(store: Store) -> None:
    anna, round_ = with_people(store)
    seen = asked_of(store, anna, round_).revision
    give(store, anna, round_, "groups", 3, seen=seen)
    with pytest.raises(StaleError) as error:
        give(store, anna, round_, "groups", 4, seen=seen)
    assert [one.facts["act"] for one in error.value.problems] == ["asked.give"]
    assert asked_of(store, anna, round_).given.get("groups") == 3
