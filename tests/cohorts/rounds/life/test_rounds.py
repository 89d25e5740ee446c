"""The life of a round: begun, named, visited, copied."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError, RefusedError
from cohorts.people.applicant import ApplicantId
from cohorts.programme.programme import load_programme
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.asking.give import give
from cohorts.rounds.calling.tick import tick
from cohorts.rounds.calling.ticks_asked import ask_ticks, ticks_asked
from cohorts.rounds.calling.ticks_of import ticks_of
from cohorts.rounds.life.copy_round import copy
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.round_named import round_named
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.life.visit import last_visit, visit
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.rules import rules
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.asking.a_round import with_people
from tests.cohorts.rounds.staff import begun, joined, rows


def test_a_round_begins_with_a_preset_or_a_programme_of_ones_own(store: Store) -> None:
    anna, round_ = begun(store)
    preset = load_programme("businessversneller")
    assert asked_of(store, anna, round_).programme == preset
    own = preset.model_copy(update={"name": "ons-eigen", "rules": preset.rules[:2]})
    other = new_round(store, anna, "Najaar", own)
    assert asked_of(store, anna, other).programme == own
    assert {head.preset for head in rounds_of(store, anna)} == {"businessversneller", "ons-eigen"}


@pytest.mark.parametrize("programme", ["", "nope", "../../etc/passwd", "/etc/passwd", "README.md"])
def test_a_name_that_is_no_preset_is_no_file_either(store: Store, programme: str) -> None:
    anna, _ = begun(store)
    before = rows(store)
    with pytest.raises(InputError):
        new_round(store, anna, "Najaar", programme)
    assert rows(store) == before


def test_rounds_stand_in_the_order_of_what_happened_last(store: Store) -> None:
    anna, first = begun(store)
    second = new_round(store, anna, "Najaar", "move2social")
    assert [head.key for head in rounds_of(store, anna)] == [second, first]
    rename(store, anna, first, "Voorjaar 2027")
    heads = rounds_of(store, anna)
    assert [head.key for head in heads] == [first, second]
    assert heads[0].done == frozenset()
    assert heads[0].roles == {Role.ORGANISER}


def test_what_stands_in_a_round_is_what_is_done(store: Store) -> None:
    anna, round_ = with_people(store)
    assert rounds_of(store, anna)[0].done == {"people"}
    give(store, anna, round_, "groups", 2)
    assert rounds_of(store, anna)[0].done == {"people", "asked"}


def test_a_visit_is_remembered_per_person_and_logged_nowhere(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert", round_)
    assert last_visit(store, anna, round_) is None
    visit(store, anna, round_)
    first = last_visit(store, anna, round_)
    rename(store, bert, round_, "Najaar")
    since = events_since(store, anna, round_, first)
    assert [one.sentence(Language.EN) for one in since] == ["Bert called the round Najaar."]
    visit(store, anna, round_)
    second = last_visit(store, anna, round_)
    assert first is not None
    assert second is not None
    assert second >= first
    assert last_visit(store, bert, round_) is None
    with pytest.raises(RefusedError):
        visit(store, joined(store, anna, "Cas"), round_)


def test_a_copy_has_programme_and_settings_and_nobody(store: Store) -> None:
    anna, round_ = with_people(store)
    programme = load_programme("businessversneller")
    first = min(people_of(store, anna, round_).keys.of)
    pin = {"rule": "pin", "key": "pin", "level": "must", "person": first, "group": 1}
    named = programme.model_copy(
        update={"rules": (*programme.rules, rules()["pin"].model_validate(pin))}
    )
    choose_programme(store, anna, round_, named)
    give(store, anna, round_, "groups", 2)
    give(store, anna, round_, "pins", {ApplicantId(first): 1})
    ask_ticks(store, anna, round_, ["Contract getekend"])
    key = people_of(store, anna, round_).keys.of[first]
    tick(store, anna, round_, key, "Contract getekend", on=True)
    bert = joined(store, anna, "Bert", round_, Role.AUDITOR)
    with pytest.raises(RefusedError):
        copy(store, bert, round_, "Van Bert")
    other = copy(store, anna, round_, "Najaar")
    asked = asked_of(store, anna, other)
    assert asked.programme == programme
    assert dict(asked.given) == {"groups": 2}
    assert not people_of(store, anna, other).applicants
    assert ticks_asked(store, anna, other) == ("Contract getekend",)
    assert not ticks_of(store, anna, other)
    keys = people_of(store, anna, round_).keys.ids
    copied = repr([row for row in rows(store)["setting"] if other in row])
    assert not any(key in copied for key in keys)
    (one,) = events_since(store, anna, other)
    assert one.sentence(Language.NL) == "Anna begon deze ronde, als kopie van een andere."
    with pytest.raises(RefusedError):
        asked_of(store, bert, other)


def test_a_round_is_meant_by_name_or_key_and_never_guessed(store: Store) -> None:
    anna, round_ = begun(store)
    assert round_named(store, anna, "voorjaar ") == round_named(store, anna, round_) == round_
    bert = joined(store, anna, "Bert")
    with pytest.raises(InputError) as error:
        round_named(store, bert, "Voorjaar")
    assert "Voorjaar" not in repr(error.value.problems[0].facts)
    new_round(store, anna, "VOORJAAR", "move2social")
    with pytest.raises(InputError) as error:
        round_named(store, anna, "Voorjaar")
    assert error.value.problems[0].code == "rounds.several"
