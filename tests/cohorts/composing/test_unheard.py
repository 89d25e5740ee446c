"""A value that is named and that nobody has: said, and no must about it is ever called met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from cohorts.composing.compose import compose
from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError, InputError, NoCompositionError, Problem
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.reports.outcome import musts, weakest_wish
from cohorts.words import Language, explain
from tests.cohorts.small_round import people, programme

BASE = {"rule": "comparable", "field": "fte"}


def asked(rule: Mapping[str, Any], *conditions: Mapping[str, Any]) -> Programme:
    """With a place for everybody: why somebody has none is not asked here."""
    found = programme([rule, BASE], places="everyone")
    return Programme.model_validate(found.model_dump() | {"conditions": conditions})


def made(of: Programme, who: Sequence[Applicant] = people()) -> Proposal:
    return compose(who, of, seed=1, effort="quick")


def unheard(proposal: Proposal) -> list[Problem]:
    return [notice for notice in proposal.notices if notice.code == "compose.unheard"]


@pytest.mark.parametrize(
    "rule",
    [
        {"rule": "never_alone", "field": "branche", "values": ["bouwen"]},
        {"rule": "at_most", "field": "branche", "values": ["bouwen"], "most": 1},
        {"rule": "quota", "field": "branche", "value": "bouwen", "most": 2},
    ],
)
def test_a_must_about_what_nobody_has_is_not_met(rule: dict[str, Any]) -> None:
    proposal = made(of := asked(rule | {"level": "must"}))
    assert proposal.nothing_said_of == (rule["rule"],)
    said = musts(proposal, Language.NL)
    assert said.startswith("Over 1 eis valt niets te zeggen")
    assert "alle eisen" not in said
    verdicts = {group.verdict for group in proposal.finding(rule["rule"]).groups}
    assert verdicts == {"absent"}
    first = proposal.finding(rule["rule"]).groups[0]
    sentence = proposal.programme.rule(rule["rule"]).sentence(first, Language.EN)
    assert sentence == "Nobody in this round has for ‘branche’: bouwen."
    assert "bouwen" not in weakest_wish(proposal, Language.NL)
    report = check(document(proposal, Language.NL), people(), of)
    assert report.holds
    assert len(report.nothing_said_of) == 1


def test_it_is_said_with_what_looks_like_it() -> None:
    rule = {"rule": "never_alone", "field": "branche", "values": ["bouwen", "ict"]}
    (notice,) = unheard(made(asked(rule)))
    fault, remedy = explain(notice, Language.NL)
    assert fault.endswith("staat bouwen, maar dat heeft niemand bij ‘branche’. Bedoelt u bouw?")
    assert remedy == "Verbeter het in het programma of in uw bestand."


def test_where_nothing_looks_like_it_what_there_is_is_said() -> None:
    rule = {"rule": "never_alone", "field": "branche", "values": ["xxxx"]}
    (notice,) = unheard(made(asked(rule)))
    assert "Wat wel voorkomt: bouw, handel, ict en zorg." in explain(notice, Language.NL)[0]


def test_nothing_is_said_of_a_value_in_other_capitals() -> None:
    rule = {"rule": "at_most", "field": "branche", "values": ["BOUW."], "most": 3, "level": "must"}
    proposal = made(asked(rule))
    assert unheard(proposal) == []
    assert proposal.programme.rule("at_most").values == ("bouw",)  # type: ignore[attr-defined] # of this rule


def test_a_refusal_by_such_a_must_says_so() -> None:
    rule = {"rule": "at_least", "field": "branche", "value": "bouwen", "level": "must"}
    with pytest.raises(NoCompositionError) as error:
        compose(people(), asked(rule), places="everyone")
    assert codes(error.value) == ["compose.clash", "compose.unheard"]


def of_province(*values: str) -> dict[str, Any]:
    return {"condition": "one_of", "field": "province", "values": values}


def test_a_condition_that_refuses_all_by_a_slip_says_so() -> None:
    with pytest.raises(InputError) as error:
        made(asked(BASE | {"key": "own"}, of_province("Overijsel")))
    assert codes(error.value) == ["compose.too_few_people", "compose.unheard"]


def test_a_slip_in_one_value_of_a_condition_is_told() -> None:
    some = (*people(), *(replace(a, province="Drenthe") for a in people(27)[24:]))
    allowed = ("Overijssel", "Gelderland", "Drente")
    (notice,) = unheard(made(asked(BASE | {"key": "own"}, of_province(*allowed)), some))
    assert notice.facts["values"] == ("Drente",)


def test_a_condition_may_allow_what_nobody_happens_to_have() -> None:
    allowed = ("Overijssel", "Gelderland", "Zeeland")
    assert unheard(made(asked(BASE | {"key": "own"}, of_province(*allowed)))) == []


def test_two_towns_that_look_alike_are_no_slip() -> None:
    """Wierden and Woerden: 6 of 7 letters."""
    some = (*people(), *(replace(a, province="Woerden") for a in people(27)[24:]))
    allowed = ("Overijssel", "Gelderland", "Wierden")
    assert unheard(made(asked(BASE | {"key": "own"}, of_province(*allowed)), some)) == []


def codes(error: CohortsError) -> list[str]:
    return [problem.code for problem in error.problems]


@pytest.mark.parametrize(
    "rule",
    [
        {"rule": "never_alone", "field": "branche", "values": ["bouwen", "Zorg"]},
        {"rule": "at_most", "field": "branche", "values": ["ZORG.", "bouwen"], "most": 4},
    ],
)
def test_a_must_that_names_also_what_nobody_has_is_not_said_to_be_met(rule: dict[str, Any]) -> None:
    proposal = made(of := asked(rule | {"level": "must"}))
    assert proposal.nothing_said_of == ()
    assert proposal.partly_said_of == {rule["rule"]: ("bouwen",)}
    said = musts(proposal, Language.NL)
    assert said.startswith("1 eis noemt ook iets wat niemand heeft, en is daarom maar ten dele")
    assert "(bouwen)" in said
    assert "alle eisen" not in said
    report = check(document(proposal, Language.NL), people(), of)
    assert report.holds
    assert [values for _, values in report.partly_said_of] == [("bouwen",)]
