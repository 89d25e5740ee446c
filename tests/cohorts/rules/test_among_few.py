"""What rules say of two or three people is not said as of a group."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohorts.errors import NoCompositionError
from cohorts.round.finding import FEW
from cohorts.round.round import Round
from cohorts.rules import rules
from cohorts.rules.measuring import among_few
from cohorts.words import Language
from solver.choices import best_options
from solver.terms.choice import choices_of
from tests.cohorts.rule_examples import CASES, build
from tests.cohorts.rules_round import rounds

OF_A_GROUP = re.compile(r"\b(leden|lid|groep|members?|group)\b", re.IGNORECASE)
OF_FEW = [(name, fields) for name, fields in CASES if rules()[name].OF_FEW]


@pytest.mark.parametrize(("name", "fields"), OF_FEW)
@settings(max_examples=15, deadline=None)
@given(round_=rounds(), size=st.integers(2, 3))
def test_nothing_is_said_of_members_or_a_group(
    name: str, fields: dict[str, Any], round_: Round, size: int
) -> None:
    rule = build(name, fields).in_round(round_)
    try:
        terms = [demand.term for demand in rule.demands(round_)]
    except NoCompositionError:
        return
    members = round_.applicants[:size]
    rows = __import__("numpy").arange(len(members))
    taken = tuple(o for term in choices_of(terms) for o in best_options(term, rows).tolist())
    finding = among_few(rule, members, taken, round_)
    assert finding.group == FEW
    for language in Language:
        assert not OF_A_GROUP.search(rule.sentence(finding, language))


@pytest.mark.parametrize("name", rules())
def test_what_is_said_of_few_is_a_verdict_of_its_own_or_of_the_group(name: str) -> None:
    kind = rules()[name]
    assert kind.OF_FEW or not kind.AMONG_FEW
    for said in kind.AMONG_FEW.values():
        assert set(said) == set(Language)
        assert not any(OF_A_GROUP.search(text) for text in said.values())
    assert (kind.JOINS_FEW or frozenset()) <= set(kind.SENTENCES)
