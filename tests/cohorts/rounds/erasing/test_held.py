"""Everything that is held about somebody, and nothing of others."""

from __future__ import annotations

import json

import pytest

from cohorts.errors import InputError, RefusedError
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.give import give
from cohorts.rounds.erasing.held import SUBJECTS, held_about
from cohorts.rounds.erasing.which_round import which_round
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.boarding.kept_small import on_board
from tests.cohorts.rounds.staff import begun, joined

WHO = ApplicantId("p01")


def told(store: Store) -> tuple[Actor, RoundKey]:
    anna, round_ = begun(store)
    take_in(store, anna, round_, PEOPLE)
    keys = people_of(store, anna, round_).keys.of
    ids = sorted(keys)
    mend(store, anna, round_, keys[ids[0]], {"question": "Hoe vind ik een opvolger?"})
    other = next(a for a in people_of(store, anna, round_).applicants if a.id == ids[1])
    note = f"zei {other.company} aan de telefoon"
    relation = Relation(ids[0], ids[1], RelationKind.COMPETITOR, note=note)
    give(store, anna, round_, "relations", [relation])
    give(store, anna, round_, "pins", {ids[0]: 2, ids[1]: 1})
    return anna, round_


def test_it_is_all_there(store: Store) -> None:
    anna, round_ = told(store)
    first = min(people_of(store, anna, round_).keys.of)
    held = held_about(store, anna, round_, first, Language.NL)
    assert held.ids == (first,)
    assert [one["version"] for one in held.entries["answers"]] == [1, 2]
    assert held.entries["answers"][1]["what"]["question"] == "Hoe vind ik een opvolger?"
    assert held.entries["typed"][0]["column"] == "question"
    assert held.entries["settings"] == [{"name": "pins", "what": 2}]
    assert held.entries["relations"][0]["note"] == "zei iemand anders aan de telefoon"
    assert held.entries["log"]
    json.dumps(held.as_json())


def test_nothing_of_others_is_in_it(store: Store) -> None:
    anna, round_ = told(store)
    people = people_of(store, anna, round_).applicants
    first = min(a.id for a in people)
    text = json.dumps(held_about(store, anna, round_, first, Language.EN).as_json())
    others = [word for a in people if a.id != first for word in (a.name, a.company, a.email)]
    assert [word for word in others if word and word in text] == []
    held = held_about(store, anna, round_, min(a.id for a in people if a.id != first), Language.NL)
    assert held.entries["settings"] == [{"name": "pins", "what": 1}]


def test_the_seat_in_a_proposal_is_told_with_its_reason(store: Store) -> None:
    on = on_board(store)
    groups = on.made.composition.groups
    for number, members in groups.items():
        held = held_about(store, on.actor, on.round, members[0].id, Language.NL)
        (seat,) = held.entries["seats"]
        assert (seat["group"], seat["proposal"], seat["by"]) == (number, 1, "Anna")
        others = [a for a in on.made.round.applicants if a.id != members[0].id]
        assert not any(a.company and a.company in seat["what"] for a in others)
    for left in on.made.not_placed:
        (seat,) = held_about(store, on.actor, on.round, left.applicant.id, Language.NL).entries[
            "seats"
        ]
        assert seat["group"] is None
        assert seat["what"]


def test_who_may_not_read_the_round_learns_nothing(store: Store) -> None:
    anna, round_ = told(store)
    stranger = joined(store, anna, "Stranger")
    with pytest.raises(RefusedError):
        held_about(store, stranger, round_, WHO, Language.NL)
    with pytest.raises(InputError):
        which_round(store, stranger, WHO)


def test_an_id_of_two_rounds_is_asked_about(store: Store) -> None:
    anna, round_ = told(store)
    first = min(people_of(store, anna, round_).keys.of)
    assert which_round(store, anna, first) == round_
    second = new_round(store, anna, "Najaar", "businessversneller")
    take_in(store, anna, second, PEOPLE)
    with pytest.raises(InputError) as error:
        which_round(store, anna, first)
    assert error.value.problems[0].code == "erasing.rounds_several"


def test_every_subject_has_a_head() -> None:
    known = sentences(Language.NL)
    assert all(f"erasing.{name}" in known for name in [*SUBJECTS, "seats"])
