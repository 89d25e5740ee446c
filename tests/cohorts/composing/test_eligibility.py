"""Who is composed: refused only what is certain, asked what is not, and who has said yes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from cohorts import compose
from cohorts.composing.eligibility import Screening, screen
from cohorts.composing.spelled import not_on
from cohorts.errors import InputError
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.stage import Stage
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.round.left_at import LeftAt, Why
from cohorts.round.set_aside import Aside
from cohorts.words import Language

ON = date(2026, 11, 24)
SIZE = {"condition": "between", "key": "staff", "field": "fte", "least": 10}
READY = {
    "condition": "statement",
    "key": "ready",
    "field": "klaar",
    "called": "Klaar voor de start",
    "stage": "interview",
}


def programme(*conditions: dict[str, Any], individual: str = "") -> Programme:
    return Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "individual": {"nl": individual, "en": individual} if individual else {},
            "groups": {"size": (2, 4), "target": 2},
            "conditions": conditions,
            "rules": [{"rule": "comparable", "field": "fte"}],
        }
    )


def someone(name: str, **fields: Any) -> Applicant:
    return Applicant(id=ApplicantId(name), **fields)


def screened(
    people: Sequence[Applicant], asked: Programme, count_from: Status = Status.CONFIRMED
) -> Screening:
    return screen(people, asked, ON, count_from)


def ids(people: Sequence[Applicant]) -> str:
    return "".join(a.id for a in people)


def test_refused_with_every_ground_and_asked_what_is_unknown() -> None:
    people = [someone("b", fte=5.0), someone("a", fte=12.0), someone("c")]
    found = screened(people, programme(SIZE))
    assert ids(found.eligible) == "ac"
    (aside,) = found.set_aside
    assert (aside.applicant.id, aside.why) == ("b", Aside.REFUSED)
    assert [j.condition for j in aside.judgements] == ["staff"]
    assert [(a.id, j.condition) for a, j in found.asked] == [("c", "staff")]


def test_a_condition_of_a_later_stage_waits() -> None:
    no = {"klaar": "nee"}
    early = someone("a", stage=Stage.FORM, extra=no)
    late = someone("b", stage=Stage.INTERVIEW, extra=no)
    found = screened([early, late], programme(READY))
    assert ids(found.eligible) == "a"
    assert found.asked == ()
    assert [s.applicant.id for s in found.set_aside] == ["b"]


def test_only_who_said_yes_counts_where_anybody_has_a_status() -> None:
    people = [
        someone("a", status=Status.SIGNED),
        someone("b", status=Status.CONFIRMED),
        someone("c", status=Status.PROBABLE),
        someone("d"),
    ]
    found = screened(people, programme())
    assert ids(found.eligible) == "ab"
    assert {s.applicant.id: s.why for s in found.set_aside} == {
        "c": Aside.UNCONFIRMED,
        "d": Aside.UNCONFIRMED,
    }
    assert ids(screened(people, programme(), Status.PROBABLE).eligible) == "abc"
    assert ids(screened([someone("x"), someone("y")], programme()).eligible) == "xy"


def test_a_refusal_comes_before_a_missing_yes() -> None:
    found = screened([someone("a", fte=5.0, status=Status.PROBABLE)], programme(SIZE))
    assert [s.why for s in found.set_aside] == [Aside.REFUSED]


def test_the_proposal_says_why_and_where_to_go() -> None:
    people = [
        *(someone(f"p{i}", fte=10.0 + i, status=Status.CONFIRMED) for i in range(4)),
        someone(
            "small",
            fte=5.0,
            province="Overijssel",
            themes=("Slimmer werken",),
            status=Status.CONFIRMED,
        ),
        someone("maybe", fte=11.0, status=Status.PROBABLE),
    ]
    asked = programme(SIZE, individual="Een gesprek met een begeleider.")
    content = document(compose(people, asked, effort="quick", on=ON), Language.NL)
    left = {part.id: part for part in content.not_placed}
    assert left["small"].kind == "refused"
    assert left["small"].reason == "Aantal medewerkers: 5. Gevraagd is minstens 10."
    # refused by a condition: what is offered to one person alone is closed too
    assert not any("Een gesprek" in text for text in left["small"].referrals)
    assert left["small"].referrals[0].startswith("Pioniers sociale innovatie")
    assert left["maybe"].kind == "unconfirmed"
    assert left["maybe"].referrals == []
    assert sum(len(group.members) for group in content.groups) == 4


def test_nowhere_to_go_is_said_too() -> None:
    people = [*(someone(f"p{i}", fte=10.0 + i) for i in range(4))]
    unknown = someone("unknown", extra={"klaar": "nee"})
    asked = programme({**READY, "stage": "register"})
    content = document(compose([*people, unknown], asked, effort="quick", on=ON), Language.EN)
    (left,) = content.not_placed
    assert left.reason == (
        "This programme is for whoever says yes to this: ‘Klaar voor de start’. The answer was no."
    )
    assert left.referrals == ["We know no other programme of which we know that it fits."]


def test_who_did_not_go_on_is_set_aside_with_where_and_why() -> None:
    """A condition that refused them there, and still does, says so itself."""
    people = [someone("a", fte=1.0), someone("b", fte=40.0), someone("c", fte=40.0)]
    left = {
        people[0].id: LeftAt(1, Why.REFUSED),
        people[1].id: LeftAt(1, Why.REFUSED),
        people[2].id: LeftAt(2, Why.LOT),
    }
    found = screen(people, programme(SIZE), ON, Status.CONFIRMED, not_on=left)
    assert [(one.why, one.left_at) for one in found.set_aside] == [
        (Aside.REFUSED, None),
        (Aside.NOT_ON, LeftAt(1, Why.REFUSED)),
        (Aside.NOT_ON, LeftAt(2, Why.LOT)),
    ]
    gone = screen(people, programme(SIZE), ON, Status.CONFIRMED, [*left], not_on=left)
    assert {one.why for one in gone.set_aside} == {Aside.GONE}


@pytest.mark.parametrize("text", ["a", "a=1", "a=lower", "=1:lower", "a=0:lower", "a=1:tired"])
def test_what_says_no_stage_and_reason_is_refused(text: str) -> None:
    assert not_on(["a=1:lower", "b = 2:Lot"]) == {
        ApplicantId("a"): LeftAt(1, Why.LOWER),
        ApplicantId("b"): LeftAt(2, Why.LOT),
    }
    with pytest.raises(InputError):
        not_on([text])
