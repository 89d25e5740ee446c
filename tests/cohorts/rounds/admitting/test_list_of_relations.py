"""A list beside what stands: what is new in it, once; what was answered stays."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError
from cohorts.people.relation import RelationKind
from cohorts.round.remark import noticed
from cohorts.rounds.actor import Actor
from cohorts.rounds.admitting.add_relation import add_relation
from cohorts.rounds.admitting.add_relations import add_relations
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give_file
from cohorts.rounds.asking.relations_of import relations_of
from cohorts.rounds.life.events_since import events_since
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.admitting.test_one_relation import pair
from tests.cohorts.rounds.asking.a_round import RELATIONS, with_people

LIST = """a,b,kind,must,note
a2,b1,competitor,ja,Zelfde straat
b1,a2,competitor,,nog eens
a2,b1,knows,,
a1,a2,supplies,,
a2,a1,supplies,,
"""


def added(store: Store, anna: Actor, round_: RoundKey, text: str, file: str = "nieuw.csv") -> int:
    made = add_relations(store, anna, round_, file=file, content=text.encode())
    return made.count


def test_what_is_new_stands_after_what_stood(store: Store) -> None:
    anna, round_ = with_people(store)
    give_file(store, anna, round_, "relations", file="relations.csv", content=RELATIONS)
    add_relation(store, anna, round_, *pair(store, anna, round_, "a2", "b1"), kind=RelationKind.MET)
    stood = relations_of(store, anna, round_)
    before = asked_of(store, anna, round_).files["relations"]
    made = add_relations(store, anna, round_, file="nieuw.csv", content=LIST.encode())
    after = relations_of(store, anna, round_)
    new = [one for one in after if one not in stood]
    assert [one for one in after if one in stood] == list(stood)
    said = [(one.kind, one.must, one.note) for one in new]
    assert (RelationKind.COMPETITOR, True, "Zelfde straat") in said
    assert (RelationKind.COMPETITOR, None, "nog eens") not in said
    assert sum(kind is RelationKind.SUPPLIES for kind, *_ in said) == 2
    assert (made.count, made.stood) == (len(new), 5 - len(new))
    file = asked_of(store, anna, round_).files["relations"]
    assert file.name == f"{before.name}, nieuw.csv"
    assert file.count == before.count + len(new)
    assert file.remarks[: len(before.remarks)] == before.remarks
    *_, event = events_since(store, anna, round_)
    assert str(len(new)) in event.sentence(Language.NL)
    assert "a2" not in str(event.said)


def test_read_twice_it_adds_nothing_and_the_file_is_named_once(store: Store) -> None:
    anna, round_ = with_people(store)
    assert added(store, anna, round_, LIST) == 4
    stood, file = (
        relations_of(store, anna, round_),
        asked_of(store, anna, round_).files["relations"],
    )
    assert added(store, anna, round_, LIST) == 0
    assert relations_of(store, anna, round_) == stood
    assert asked_of(store, anna, round_).files["relations"] == file
    assert added(store, anna, round_, "a,b,kind\na1,b1,met\n") == 1
    assert asked_of(store, anna, round_).files["relations"].name == "nieuw.csv"


@pytest.mark.parametrize(("stands", "says"), [("none", "competitor"), ("competitor", "none")])
def test_the_contrary_of_what_stands_is_refused_whole_and_named(
    store: Store, stands: str, says: str
) -> None:
    anna, round_ = with_people(store)
    added(store, anna, round_, f"a,b,kind,note\na2,b1,{stands},Ooit\n")
    kept = relations_of(store, anna, round_)
    with pytest.raises(InputError) as error:
        added(store, anna, round_, f"a,b,kind\nb1,a2,{says}\na1,a2,knows\n")
    (problem,) = error.value.problems
    assert problem.code == "asking.relations_against"
    assert str(problem.facts["pairs"]).count(" + ") == 1
    assert relations_of(store, anna, round_) == kept


def test_every_fault_of_the_list_is_said_and_nothing_is_added(store: Store) -> None:
    anna, round_ = with_people(store)
    with pytest.raises(InputError) as error:
        added(store, anna, round_, "a,b,kind\na1,a1,knows\na1,a2,neefjes\na1,a2,met\n")
    assert len(error.value.problems) == 2
    assert relations_of(store, anna, round_) == ()


def test_what_reading_noticed_is_told_and_kept(store: Store) -> None:
    anna, round_ = with_people(store)
    text = "a,b,kind,must\na1,a2,competitor,ja\na1,a2,none,\n"
    made = add_relations(store, anna, round_, file="nieuw.csv", content=text.encode())
    assert [one.code for one in made.remarks] == ["intake.relation_let_go"]
    kept = noticed(asked_of(store, anna, round_).given["relations"])
    assert [one.code for one in kept] == ["intake.relation_let_go"]
