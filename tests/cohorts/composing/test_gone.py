"""Who has stopped is set aside, whatever else is said of them, and changes nothing for others."""

from __future__ import annotations

from datetime import date

import pytest

from cohorts import compose
from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.prepare import prepare
from cohorts.errors import InputError
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.reports.outcome import outcome
from cohorts.reports.without_group import without_group
from cohorts.reports.xlsx import workbook
from cohorts.round.set_aside import Aside
from cohorts.words import Language, explain
from tests.cohorts.small_round import people, programme, relations

GONE = [ApplicantId("p03"), ApplicantId("p00")]
DAY = date(2026, 1, 1)


def test_whoever_is_gone_is_not_judged_and_not_composed() -> None:
    conditions = [{"condition": "between", "field": "fte", "below": 5}]
    asked = Programme.model_validate(
        {**programme().model_dump(exclude_defaults=True), "rules": [{"rule": "size_balance"}],
         "conditions": conditions}
    )  # fmt: skip
    round_ = prepare(people(), asked, gone=GONE, groups=1, size=(2, 30), places="everyone")
    why = {s.applicant.id: s.why for s in round_.set_aside}
    assert why[ApplicantId("p03")] is Aside.GONE  # with 22 staff; else refused
    assert why[ApplicantId("p01")] is Aside.REFUSED
    assert not round_.rows.keys() & {*GONE}


def test_stopping_comes_before_not_having_said_yes() -> None:
    some = tuple(
        Applicant(id=a.id, fte=a.fte, status=Status.PROBABLE if a.id in GONE else Status.SIGNED)
        for a in people()
    )
    round_ = prepare(some, programme([{"rule": "size_balance"}]), gone=GONE)
    assert {s.why for s in round_.set_aside} == {Aside.GONE}


def test_pins_and_relations_of_whoever_is_gone_are_no_more() -> None:
    """p03 is pinned by the programme too; p00 and p01 compete, as do p03 and p05."""
    pins = {ApplicantId("p03"): 1, ApplicantId("p04"): 2}
    made = compose(
        people(), programme(), gone=GONE, pins=pins, relations=relations(), effort="quick"
    )
    assert made.round.pins == {"p04": 2}
    assert len(made.round.relations) == 1
    assert len(made.round.relations_aside) == 2
    assert not any("p03" in finding.rule for finding in made.findings)
    stated = document(made, Language.NL)
    assert stated.settings["gone"] == ["p00", "p03"]
    kinds = {one.id: one.kind for one in stated.not_placed}
    assert (kinds["p00"], kinds["p03"]) == ("gone", "gone")
    assert check(stated, people(), programme(), relations=relations()).holds


def test_nobody_gone_leaves_the_round_as_it_was() -> None:
    before = fingerprint(prepare(people(), programme(), on=DAY), programme())
    nothing: tuple[list[ApplicantId] | None, ...] = ([], None)
    for nobody in nothing:
        round_ = prepare(people(), programme(), on=DAY, gone=nobody)
        assert fingerprint(round_, programme()) == before


def test_somebody_unknown_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError) as refused:
        prepare(people(), programme(), gone=[ApplicantId("p3")])
    (problem,) = refused.value.problems
    assert (problem.code, problem.place) == ("intake.person_unknown", "--gone")
    assert "(p03)" in explain(problem, Language.EN)[1]


def test_everybody_gone_is_told_by_the_counts() -> None:
    with pytest.raises(InputError) as refused:
        prepare(people(), programme(), gone=[a.id for a in people()])
    said, remedy = explain(refused.value.problems[0], Language.NL)
    assert said.startswith("24 mensen meldden zich aan, 24 zijn gestopt, niemand over")
    assert "--gone" in remedy


@pytest.mark.parametrize(
    ("language", "told"), [(Language.NL, "Is gestopt."), (Language.EN, "Has stopped.")]
)
def test_every_door_tells_who_stopped(language: Language, told: str) -> None:
    made = compose(people(), programme(), gone=GONE, effort="quick")
    (stopped,) = (w for w in without_group(made, language) if w.kind == "gone")
    assert [because.why for because in stopped.reasons] == [told]
    assert any(told in line for line in outcome(made, language))
    assert workbook(made, language)
    assert not any(who in made.referrals for who in GONE)
