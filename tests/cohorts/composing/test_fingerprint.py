"""The fingerprint: every input that decides anything is in it, and nothing that is not said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.inputs import INPUTS
from cohorts.composing.prepare import prepare
from cohorts.conditions.between import Between
from cohorts.people.applicant import ApplicantId, Status
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.left_at import LeftAt, Why
from cohorts.round.round import Round
from cohorts.round.smaller import Smaller
from cohorts.round.waiting import Wait
from tests.cohorts.small_round import people, programme

WHO = ApplicantId("p01")
EVERYBODY = {a.id: 1 for a in people()}
OTHERS: dict[str, Any] = {
    "relations": (Relation(WHO, ApplicantId("p02"), RelationKind.KNOWS),),
    "merit": EVERYBODY,
    "previous": EVERYBODY,
    "waiting": {WHO: Wait(date(2026, 1, 2))},
    "keep": True,
    "groups": 2,
    "size": (6, 8),
    "places": "at most 20",
    "on": date(2026, 2, 3),
    "count_from": Status.SIGNED,
    "pins": {WHO: 1},
    "gone": (WHO,),
    "not_on": {WHO: LeftAt(1, Why.LOWER)},
    "admitted": {ApplicantId("p00"): "Groeit snel"},
    "smaller": {1: Smaller(2, "Er stopte iemand")},
    "seed": 1,
}
"""Another value for each input."""
STAFF = Between(condition="between", key="staff", field="fte", least=2)
"""It refuses p00 and nobody else."""
DIGEST = "9c8b8424b189c16944fbbc7e089cf8af12882a5d8f415b27993c67eeea727610"


def begun(**given: Any) -> Round:
    return prepare(people(), programme(), **{"on": date(2026, 1, 1), **given})


def test_every_input_has_another_value_here() -> None:
    assert OTHERS.keys() == INPUTS.keys()


@pytest.mark.parametrize("name", INPUTS)
def test_it_changes_with_every_input_that_decides_anything(name: str) -> None:
    before = {"previous": {WHO: 1}} if name == "keep" else {}
    asked = programme().model_copy(update={"conditions": (STAFF,)} if name == "admitted" else {})
    given: dict[str, Any] = {"on": date(2026, 1, 1), **before}
    one = fingerprint(prepare(people(), asked, **given), asked)
    other = fingerprint(prepare(people(), asked, **given | {name: OTHERS[name]}), asked)
    assert (one != other) == (INPUTS[name].in_round is not None)


def test_who_is_let_in_and_would_be_in_anyhow_and_why_change_nothing() -> None:
    assert fingerprint(begun(admitted={WHO: "Groeit snel"}), programme()) == fingerprint(
        begun(), programme()
    )
    asked = programme().model_copy(update={"conditions": (STAFF,)})
    reasons = ("Groeit snel", "Anders")
    rounds = (prepare(people(), asked, admitted={ApplicantId("p00"): one}) for one in reasons)
    assert len({fingerprint(one, asked) for one in rounds}) == 1


def test_why_a_group_goes_on_smaller_and_one_that_need_not_change_nothing() -> None:
    said = ({1: Smaller(2, "Er stopte iemand")}, {1: Smaller(2, "Anders")})
    assert len({fingerprint(begun(smaller=one), programme()) for one in said}) == 1
    idle = begun(smaller={1: Smaller(99, "Er stopte iemand")})
    assert fingerprint(idle, programme()) == fingerprint(begun(), programme())


def test_it_changes_with_the_people_and_the_programme() -> None:
    here = fingerprint(begun(), programme())
    first, *rest = people()
    changed = prepare((replace(first, fte=99.0), *rest), programme(), on=date(2026, 1, 1))
    assert fingerprint(changed, programme()) != here
    assert fingerprint(begun(), programme([{"rule": "size_balance"}])) != here


def test_what_is_not_said_leaves_no_trace() -> None:
    """So a field or an input that a later release adds changes nothing that is there already."""
    said = [{"rule": "size_balance", "weight": 1.0, "level": "should", "stage": "register"}]
    bare = [{"rule": "size_balance"}]
    assert fingerprint(begun(), programme(said)) == fingerprint(begun(), programme(bare))
    given = begun(relations=(), pins={}, keep=False, seed=0, merit=None)
    assert fingerprint(given, programme()) == fingerprint(begun(), programme())


def test_an_empty_file_is_not_the_same_as_none() -> None:
    """It brings its rule along."""
    assert fingerprint(begun(previous={}), programme()) != fingerprint(begun(), programme())


def test_its_form_stays() -> None:
    """Proposals that are kept somewhere state it: another form needs a version of its own."""
    assert fingerprint(begun(seed=3, pins={WHO: 2}), programme()) == DIGEST
