"""One relation more or less, beside those that stand; its reason goes with whoever is erased."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from cohorts.errors import InputError, StaleError
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.rounds.actor import Actor
from cohorts.rounds.admitting.add_relation import LONGEST, add_relation
from cohorts.rounds.admitting.drop_relation import drop_relation
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give, give_file
from cohorts.rounds.asking.relations_of import relations_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import note
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import RELATIONS, with_people

COMPETITOR, NONE = RelationKind.COMPETITOR, RelationKind.NONE


def key(store: Store, anna: Actor, round_: RoundKey, who: str) -> PersonKey:
    return people_of(store, anna, round_).keys.of[ApplicantId(who)]


def pair(store: Store, anna: Actor, round_: RoundKey, *who: str) -> tuple[PersonKey, PersonKey]:
    a, b = (key(store, anna, round_, one) for one in who)
    return a, b


def codes(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [one.code for one in error.value.problems]


def test_one_more_stands_beside_those_of_a_file(store: Store) -> None:
    anna, round_ = with_people(store)
    give_file(store, anna, round_, "relations", file="relations.csv", content=RELATIONS)
    before = asked_of(store, anna, round_)
    two = pair(store, anna, round_, "a2", "b1")
    seen = add_relation(
        store, anna, round_, *two, kind=COMPETITOR, must=True, reason=" Zelfde\u202e klanten "
    )
    after = asked_of(store, anna, round_)
    a, b = ApplicantId("a2"), ApplicantId("b1")
    more = Relation(a, b, COMPETITOR, must=True, note="Zelfde klanten")
    assert list(after.given["relations"] or ()) == [*(before.given["relations"] or ()), more]
    assert after.files.keys() == before.files.keys()
    last = relations_of(store, anna, round_)[-1]
    assert (last.a, last.b, last.kind, last.must) == (*two, COMPETITOR, True)
    assert (last.note, last.by) == ("Zelfde klanten", "Anna")
    assert seen == after.revision
    (*_, event) = events_since(store, anna, round_)
    assert set(event.about) == set(two)
    assert "Anna" in event.sentence(Language.NL)
    assert "a2" not in str(event.said)


def test_one_less_takes_its_reason_along_and_leaves_the_others(store: Store) -> None:
    anna, round_ = with_people(store)
    give_file(store, anna, round_, "relations", file="relations.csv", content=RELATIONS)
    stood = relations_of(store, anna, round_)
    add_relation(
        store, anna, round_, *pair(store, anna, round_, "a2", "b1"), kind=NONE, reason="Ander vak"
    )
    added = relations_of(store, anna, round_)[-1]
    drop_relation(store, anna, round_, added.number)
    assert relations_of(store, anna, round_) == stood
    with store.reading() as connection:
        texts = set(connection.scalars(select(note.c.text)))
    assert "Ander vak" not in texts
    with pytest.raises(InputError) as error:
        drop_relation(store, anna, round_, added.number)
    assert codes(error) == ["asking.gone_relation"]


def test_what_cannot_be_is_refused_and_changes_nothing(store: Store) -> None:
    anna, round_ = with_people(store)
    a, b = pair(store, anna, round_, "a2", "b1")
    add_relation(store, anna, round_, a, b, kind=COMPETITOR)
    stood = relations_of(store, anna, round_)
    for two, kind, reason, code in (
        ((a, a), COMPETITOR, "", "asking.one_person"),
        ((b, a), COMPETITOR, "", "asking.relation_there"),
        ((b, a), NONE, "Toch niet", "asking.relation_there"),
        ((a, key(store, anna, round_, "a1")), NONE, " ", "asking.why_none"),
        ((a, PersonKey(Key("f" * 16))), COMPETITOR, "", "people.not_there"),
        ((a, key(store, anna, round_, "a1")), NONE, "x" * (LONGEST + 1), "asking.reason_long"),
    ):
        with pytest.raises(InputError) as error:
            add_relation(store, anna, round_, *two, kind=kind, reason=reason)
        assert codes(error) == [code]
    assert relations_of(store, anna, round_) == stood
    add_relation(store, anna, round_, b, a, kind=RelationKind.KNOWS)
    assert len(relations_of(store, anna, round_)) == 2


def test_whoever_did_not_see_the_last_change_is_told(store: Store) -> None:
    anna, round_ = with_people(store)
    seen = asked_of(store, anna, round_).revision
    two = pair(store, anna, round_, "a2", "b1")
    give(store, anna, round_, "seed", 3, seen=seen)
    with pytest.raises(StaleError):
        add_relation(store, anna, round_, *two, kind=COMPETITOR, seen=seen)
    add_relation(store, anna, round_, *two, kind=COMPETITOR)
    with pytest.raises(StaleError):
        drop_relation(store, anna, round_, 1, seen=seen)


def test_who_withdrew_is_not_told_and_who_is_erased_is_gone(store: Store) -> None:
    anna, round_ = with_people(store)
    two = pair(store, anna, round_, "a2", "b1")
    add_relation(store, anna, round_, *two, kind=COMPETITOR, reason="Zelfde klanten")
    withdraw(store, anna, round_, two[0])
    assert relations_of(store, anna, round_) == ()
    erase_person(store, anna, round_, two[1])
    with store.reading() as connection:
        assert connection.scalars(select(note.c.text)).all() == []
