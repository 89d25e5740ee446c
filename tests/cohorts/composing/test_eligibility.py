"""Who is composed: refused only what is certain, asked what is not, and who has said yes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from cohorts import compose
from cohorts.composing.eligibility import Screening, screen
from cohorts.composing.spelled import admitted, not_on
from cohorts.errors import InputError
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.stage import Stage
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.record.hide import Hidden, hide
from cohorts.record.recompute import check
from cohorts.record.reopen import reopen
from cohorts.reports.outcome import outcome
from cohorts.reports.page.facilitator import facilitator_page
from cohorts.reports.page.render import page
from cohorts.reports.sheets import settings_sheet
from cohorts.reports.stamp import Stamp
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


def test_who_is_let_in_is_no_worse_off_for_a_condition_and_no_better_for_anything_else() -> None:
    small = [
        someone("a", fte=5.0, status=Status.CONFIRMED),
        someone("b", fte=5.0, status=Status.PROBABLE),
        someone("c", fte=12.0, status=Status.CONFIRMED),
        someone("d", fte=5.0, status=Status.CONFIRMED),
    ]
    left = {ApplicantId("d"): LeftAt(1, Why.LOWER)}
    reasons = {ApplicantId(who): f"reden {who}" for who in "abcdx"}
    found = screen(small, programme(SIZE), ON, Status.CONFIRMED, not_on=left, admitted=reasons)
    assert ids(found.eligible) == "ac"
    assert {s.applicant.id: s.why for s in found.set_aside} == {
        "b": Aside.UNCONFIRMED,
        "d": Aside.NOT_ON,
    }
    assert {who: one.reason for who, one in found.admitted.items()} == {
        "a": "reden a",
        "b": "reden b",
    }
    assert [j.condition for j in found.admitted[ApplicantId("a")].judgements] == ["staff"]
    gone = screen(
        small, programme(SIZE), ON, Status.CONFIRMED, [ApplicantId("a")], admitted=reasons
    )
    assert ApplicantId("a") not in gone.admitted


def let_in() -> tuple[list[Applicant], Programme, dict[str, Any]]:
    people = [*(someone(f"p{i}", fte=10.0 + i) for i in range(3)), someone("small", fte=5.0)]
    return people, programme(SIZE), {"on": ON, "admitted": {ApplicantId("small"): "groeit snel"}}


def test_the_proposal_says_who_was_let_in_and_why_and_it_checks() -> None:
    people, asked, given = let_in()
    content = document(compose(people, asked, effort="quick", **given), Language.NL)
    (one,) = content.admitted
    assert one.id == "small"
    assert one.reason == "groeit snel"
    assert one.said == "Aantal medewerkers: 5. Gevraagd is minstens 10."
    assert content.not_placed == []
    report = check(content, people, asked)
    assert report.holds
    assert report.settings["--admit"] == "small=groeit snel"
    assert "admitted[].reason" in report.as_stated
    assert not check(content, people, asked, admitted={ApplicantId(one.id): "anders"}).holds
    other = content.model_copy(update={"admitted": [one.model_copy(update={"said": "Klopt."})]})
    assert [m.place for m in check(other, people, asked).mismatches] == ["admitted[1].said"]
    again = reopen(content, people, asked)
    assert document(again, Language.NL).admitted == content.admitted


@pytest.mark.parametrize(
    ("language", "reason"),
    [(Language.NL, "Reden: groeit snel."), (Language.EN, "Reason: groeit snel.")],
)
def test_who_is_let_in_is_told_with_the_reason_and_not_to_a_coach(
    language: Language, reason: str
) -> None:
    people, asked, given = let_in()
    made = compose(people, asked, effort="quick", **given)
    assert any(reason in line and "small" in line for line in outcome(made, language))
    assert reason in page(made, language)
    sheet = settings_sheet(made, Stamp.of(made).said("", language), language)
    assert any(reason in str(cell) for row in sheet.rows for cell in row)
    assert reason not in facilitator_page(made, 1, None, language)


def test_on_what_is_hidden_nobody_is_told_to_be_let_in() -> None:
    people, _, given = let_in()
    asked = programme({**SIZE, "field": "turnover", "least": 10})
    poor = [*people[:3], someone("small", fte=12.0, turnover=1.0)]
    made = compose(poor, asked, effort="quick", **given)
    assert document(made, Language.NL).admitted
    assert document(hide(made, {Hidden.TURNOVER}), Language.NL).admitted == []


@pytest.mark.parametrize("text", ["", "17", "17=", "=omdat", " = "])
def test_who_is_let_in_has_a_reason(text: str) -> None:
    with pytest.raises(InputError) as error:
        list(admitted([text]))
    assert error.value.problems[0].code == "compose.admit"


def test_a_reason_is_whatever_stands_behind_the_first_sign() -> None:
    assert list(admitted(["17=1 + 1 = 2", " De Smid =  groeit  snel "])) == [
        ("17", "1 + 1 = 2"),
        ("De Smid", "groeit snel"),
    ]


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
    assert left.referrals == ["As far as we know, no other programme fits."]


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
