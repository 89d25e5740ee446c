"""Whatever waits for a later stage is said once, before all else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cohorts import compose
from cohorts.composing.proposal import Proposal
from cohorts.people.stage import Stage
from cohorts.reports.notices import notices_said
from cohorts.reports.outcome import outcome
from cohorts.reports.page.render import page
from cohorts.words import Language
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.small_round import people, programme

RULES = [
    {"rule": "comparable", "field": "fte"},
    {"rule": "same_question", "stage": "form"},
    {"rule": "alike", "field": "province", "stage": "scan"},
]
READY = {"condition": "statement", "field": "klaar", "stage": "form"}


def registered(*, count: int = 12) -> Proposal:
    """A register extract: of nobody an answer."""
    asked = programme(RULES, places="exactly 8")
    asked = type(asked).model_validate({**asked.model_dump(mode="json"), "conditions": [READY]})
    known = tuple(replace(a, stage=Stage.REGISTER) for a in people(count))
    return compose(known, asked, effort="quick", on=date(2026, 10, 1))


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        (Language.NL, "Dit is een eerste blik: 3 regels en voorwaarden tellen nog niet mee"),
        (Language.EN, "This is a first look: 3 rules and conditions do not count yet"),
    ],
)
def test_two_rules_and_a_condition_wait(language: Language, begins: str) -> None:
    given = registered()
    first, *others = notices_said(given.notices, language)
    assert first.startswith(begins)
    for rule in programme(RULES).rules:
        waits = rule.stage is not Stage.REGISTER
        assert (rule.title(language) in first) is waits
    assert not any("klaar" in said for said in others)
    assert outcome(given, language)[1].endswith(first)
    assert first in tree(page(given, language)).text


def test_where_all_is_known_nothing_waits() -> None:
    asked = programme(RULES, places="exactly 8")
    known = tuple(replace(a, stage=Stage.SCAN) for a in people(12))
    said = outcome(compose(known, asked, effort="quick", on=date(2026, 10, 1)), Language.NL)
    assert not any("eerste blik" in line for line in said)
