"""One contract over every rule in the folder: its four faces agree."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cohorts.composing.compose import as_composition
from cohorts.round.round import Round
from cohorts.rules import rules
from cohorts.rules.rule import Level, Rule
from cohorts.words import Language
from solver.choices import with_cheapest_choices
from solver.grouping import Grouping
from solver.terms import Choice, Stay
from tests.cohorts.rules_round import rounds

EXAMPLES: dict[str, list[dict[str, Any]]] = {
    "alike": [{"field": "province"}, {"field": "life_phase", "level": "must"}],
    "availability": [{}, {"slots": 2}, {"level": "must"}],
    "at_least": [{"field": "life_phase", "value": "start"}, {"field": "branche", "value": "ict"}],
    "at_most": [
        {"field": "province", "most": 1, "level": "must"},
        {"field": "branche", "most": 1},
        {"field": "themes", "most": 2, "values": ["groei"]},
    ],
    "company_together": [{"most": 2}, {"level": "should", "most": 1}],
    "comparable": [
        {"field": "fte", "scale": "log", "widest": 3},
        {"field": "turnover", "scale": "log"},
        {"field": "founded", "widest": 10, "level": "must"},
        {
            "field": "life_phase",
            "scale": "ordinal",
            "order": ["start", "growth", "established", "transfer"],
            "widest": 1,
        },
    ],
    "experienced_among": [
        {"field": "fte", "from_value": 50, "least": 2},
        {"field": "founded", "from_value": 2000, "most": 2, "level": "must"},
    ],
    "family_apart": [{}, {"level": "should"}],
    "keep_apart": [{}, {"kinds": ["competitor", "met"], "level": "should"}],
    "keep_together": [{}, {"kinds": ["colleague", "together"], "level": "should"}],
    "merit": [{}],
    "never_alone": [
        {"field": "province", "level": "must"},
        {"field": "branche"},
        {"field": "themes", "values": ["groei"]},
    ],
    "past_contact": [
        {},
        {"level": "must", "kinds": ["met", "knows"]},
        {"wish": "prefer", "kinds": ["knows", "supplies"]},
    ],
    "pin": [{"person": "a00", "group": 1}, {"person": "a01", "group": 1, "level": "should"}],
    "quota": [
        {"field": "province", "value": "Overijssel", "least": 1, "most": 2, "level": "must"},
        {"field": "branche", "value": "ict", "most": 1000.5, "amount": "turnover"},
    ],
    "roles_wanted": [
        {"field": "life_phase", "wanted": {"start": 1, "growth": 2}, "level": "must"},
        {"field": "branche", "wanted": {"bouw": 1, "ict": 1}},
    ],
    "same_question": [{}, {"fields": ["question", "themes"]}],
    "shared_theme": [{}, {"level": "must"}],
    "several": [{"field": "province"}, {"field": "founded", "least": 4, "level": "must"}],
    "size_balance": [{}, {"level": "must"}],
    "stay": [{}, {"level": "must"}],
    "travel": [
        {},
        {"places": ["Zwolle", "7411"], "widest_km": 40},
        {"widest_km": 30, "level": "should"},
    ],
}
CASES = [(name, fields) for name, many in EXAMPLES.items() for fields in many]


def build(name: str, fields: dict[str, Any]) -> Rule:
    return rules()[name].model_validate({"rule": name, "key": name, **fields})


def test_every_rule_has_an_example() -> None:
    assert set(EXAMPLES) == set(rules())


@st.composite
def grouped(draw: st.DrawFn) -> tuple[Round, list[int]]:
    round_ = draw(rounds())
    return round_, draw(
        st.lists(st.integers(0, round_.groups), min_size=round_.n, max_size=round_.n)
    )


@pytest.mark.parametrize(("name", "fields"), CASES)
@settings(max_examples=25, deadline=None)
@given(case=grouped())
def test_measure_equals_what_the_terms_count(
    name: str, fields: dict[str, Any], case: tuple[Round, list[int]]
) -> None:
    """For random groups: the rule's own plain-Python measure = the definition of its terms."""
    round_, seats = case
    rule = build(name, fields)
    terms = [demand.term for demand in rule.demands(round_)]
    grouping = with_cheapest_choices(terms, np.array(seats, dtype=np.int64), round_.frame())
    finding = rule.measure(as_composition(grouping, round_), round_)
    counted = {name: by for term in terms for name, by in counted_of(term, grouping).items()}
    for group in finding.groups:
        for term, amount in group.amounts.items():
            assert amount == counted.get(term, {}).get(group.group, 0), (term, group)
    totals = {term: sum(amounts.values()) for term, amounts in counted.items()}
    assert nonzero(finding.total()) == nonzero(totals)


def nonzero(amounts: dict[str, int]) -> dict[str, int]:
    return {name: amount for name, amount in amounts.items() if amount}


def counted_of(term: Any, grouping: Grouping) -> dict[str, dict[int, int]]:
    """Name → group number → amount by the term's definition (0: in no single group).

    A Choice or Stay may be a must only (its breaches count), a wish only, or both: then what it
    refuses is counted beside its cost.
    """
    charge = term.charge(grouping)
    numbers = [*range(1, grouping.groups + 1), 0]
    points, breaches = (
        {number: int(a) for number, a in zip(numbers, amounts, strict=True)}
        for amounts in (charge.points, charge.breaches)
    )
    if isinstance(term, Choice | Stay) and term.cost.any():
        return {term.name: points, f"{term.name}.widest": breaches}
    return {term.name: {number: points[number] + breaches[number] for number in numbers}}


@pytest.mark.parametrize(("name", "fields"), CASES)
@settings(max_examples=15, deadline=None)
@given(case=grouped())
def test_every_finding_speaks_both_languages(
    name: str, fields: dict[str, Any], case: tuple[Round, list[int]]
) -> None:
    round_, seats = case
    rule = build(name, fields)
    terms = [demand.term for demand in rule.demands(round_)]
    grouping = with_cheapest_choices(terms, np.array(seats, dtype=np.int64), round_.frame())
    for group in rule.measure(as_composition(grouping, round_), round_).groups:
        for language in Language:
            sentence = rule.sentence(group, language)
            assert sentence.endswith(".")
            assert "{" not in sentence
            assert "{" not in rule.title(language)
        assert 0 <= group.quality <= 1


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_form_and_texts_are_complete(name: str) -> None:
    """Every field says what it is in both languages; every verdict has both sentences."""
    kind = rules()[name]
    for language in Language:
        assert kind.TITLE[language]
        assert kind.ABOUT[language]
        assert all(sentence[language] for sentence in kind.SENTENCES.values())
    for field in kind.model_fields.values():
        extra = field.json_schema_extra
        assert isinstance(extra, dict)
        assert extra["nl"] != extra["en"] or extra["unit"]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_unknown_field_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        build(name, {**EXAMPLES[name][0], "nonsense": 1})


def test_levels() -> None:
    assert build("keep_apart", {}).level is Level.MUST
    assert build("alike", {"field": "province"}).level is Level.SHOULD
