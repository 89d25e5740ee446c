"""One contract over every condition in the folder."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cohorts.conditions import Condition, conditions
from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId
from cohorts.people.stage import Stage
from cohorts.programme.catalogue import catalogue
from cohorts.programme.programme import load_programme, presets
from cohorts.round.judgement import Verdict
from cohorts.rounds.deciding.dossier_people import ALONG
from cohorts.words import Language
from tests.cohorts.rules_round import applicants
from tests.cohorts.words.test_sentences import JARGON

ON = date(2026, 11, 24)
SMALL_TURNOVER = {"condition": "between", "field": "turnover", "most": 50e6}
SMALL_BALANCE = {"condition": "between", "field": "balans", "most": 43e6, "unit": "euro"}
EXAMPLES: dict[str, list[dict[str, Any]]] = {
    "any_of": [{"either": [SMALL_TURNOVER, SMALL_BALANCE]}],
    "between": [
        {"field": "fte", "least": 10, "most": 250},
        {"field": "turnover", "most": 50e6},
        {"field": "fte", "least": 75, "unit": "fte"},
    ],
    "company_age": [{"most": 6}, {"least": 1}, {"least": 1, "most": 3}],
    "one_of": [
        {"field": "province", "values": ["Overijssel"]},
        {"field": "sbi", "values": ["25", "28"], "called": {"nl": "metaal", "en": "metal"}},
        {"field": "branche", "values": ["zorg", "bouw", "ict"]},
    ],
    "person_age": [{"most": 40}],
    "statement": [{"field": "klaar"}, {"field": "klaar", "called": "Klaar voor de markt"}],
}
CASES = [(name, fields) for name, many in EXAMPLES.items() for fields in many]
EMPTY = Applicant(id=ApplicantId("leeg"))


def build(name: str, fields: dict[str, Any]) -> Condition:
    return conditions()[name].model_validate({"condition": name, "key": name, **fields})


def test_every_condition_has_an_example() -> None:
    assert set(EXAMPLES) == set(conditions())


@pytest.mark.parametrize(("name", "fields"), CASES)
def test_nothing_known_refuses_nobody(name: str, fields: dict[str, Any]) -> None:
    assert build(name, fields).judge(EMPTY, ON).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(("name", "fields"), CASES)
def test_it_waits_for_its_stage(name: str, fields: dict[str, Any]) -> None:
    condition = build(name, {**fields, "stage": "scan"})
    early = Applicant(id=ApplicantId("vroeg"), stage=Stage.FORM)
    assert condition.judge(early, ON).verdict is Verdict.WAITS


@pytest.mark.parametrize(("name", "fields"), CASES)
@settings(max_examples=40, deadline=None)
@given(applicant=st.integers(0, 9).flatmap(applicants))
def test_every_judgement_speaks_both_languages(
    name: str, fields: dict[str, Any], applicant: Applicant
) -> None:
    condition = build(name, fields)
    judgement = condition.judge(applicant, ON)
    for language in Language:
        sentence = condition.sentence(judgement, language)
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "None" not in sentence
        assert sentence[0] == sentence[0].upper()
        assert "{" not in condition.title(language)


@pytest.mark.parametrize(("name", "fields"), CASES)
@settings(max_examples=40, deadline=None)
@given(applicant=st.integers(0, 9).flatmap(applicants))
def test_it_says_all_that_it_reads(name: str, fields: dict[str, Any], applicant: Applicant) -> None:
    condition = build(name, fields)
    read = {*condition.needs(), *(one for f in condition.needs() for one in ALONG.get(f, ()))}
    known = replace(
        EMPTY,
        **{one: getattr(applicant, one) for one in FIELD_NAMES if one in read},
        extra={header: text for header, text in applicant.extra.items() if header in read},
    )
    judged, whole = (condition.judge(one, ON) for one in (known, applicant))
    assert (judged.verdict, judged.facts) == (whole.verdict, whole.facts)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_form_and_texts_are_complete(name: str) -> None:
    kind = conditions()[name]
    assert set(kind.SENTENCES) == {Verdict.MET, Verdict.REFUSED, Verdict.UNKNOWN}
    for language in Language:
        assert kind.TITLE[language]
        assert kind.ABOUT[language]
    for field in kind.model_fields.values():
        extra = field.json_schema_extra
        assert isinstance(extra, dict)
        assert extra["nl"] != extra["en"]


@pytest.mark.parametrize(("name", "fields"), CASES)
def test_unknown_field_is_refused(name: str, fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        build(name, {**fields, "nonsense": 1})


@pytest.mark.parametrize(("name", "fields"), CASES)
def test_it_can_be_written_and_read_again(name: str, fields: dict[str, Any]) -> None:
    condition = build(name, fields)
    assert type(condition).model_validate(condition.model_dump(mode="json")) == condition


def everything_said(language: Language) -> list[str]:
    """What stands in the files of conditions, programmes and practices."""
    said = []
    for kind in conditions().values():
        said += [kind.TITLE[language], kind.ABOUT[language]]
        said += [text[language] for text in kind.SENTENCES.values()]
    for programme in map(load_programme, presets()):
        said += [programme.about[language], programme.individual.get(language, "")]
        said += [rule.reason[language] for rule in programme.rules]
        said += [condition.reason[language] for condition in programme.conditions]
    for entry in catalogue():
        said += [entry.for_whom[language]]
        said += [condition.reason[language] for condition in entry.conditions]
    return said


@pytest.mark.parametrize("language", list(Language))
def test_what_is_said_is_short_and_without_our_jargon(language: Language) -> None:
    for text in everything_said(language):
        assert not [word for word in JARGON[language] if word in text.lower()], text
        for sentence in re.split(r"[.;:!?](?:\s|$)", text):
            assert len(sentence.split()) <= 25, sentence
