"""One contract over every rule in the folder: its four faces agree."""

from __future__ import annotations

from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cohorts.composing.who_sits import as_composition
from cohorts.errors import NoCompositionError
from cohorts.round.round import Round
from cohorts.rules import rules
from cohorts.rules.rule import Demand, Level, Rule
from cohorts.words import Language
from solver.choices import with_cheapest_choices
from solver.grouping import Grouping
from tests.cohorts.rule_examples import CASES, EXAMPLES, LEVELS, build
from tests.cohorts.rules_round import rounds


def test_every_rule_has_an_example() -> None:
    assert set(EXAMPLES) == set(rules())


@st.composite
def grouped(draw: st.DrawFn) -> tuple[Round, list[int]]:
    round_ = draw(rounds())
    return round_, draw(
        st.lists(st.integers(0, round_.groups), min_size=round_.n, max_size=round_.n)
    )


@pytest.mark.parametrize(("name", "fields"), CASES)
@settings(max_examples=15, deadline=None)
@given(case=grouped())
def test_measure_equals_what_the_terms_count(
    name: str, fields: dict[str, Any], case: tuple[Round, list[int]]
) -> None:
    """For random groups: the rule's own plain-Python measure = the definition of its terms."""
    round_, seats = case
    rule = build(name, fields)
    demands = rule.demands(round_)
    terms = [demand.term for demand in demands]
    grouping = with_cheapest_choices(terms, np.array(seats, dtype=np.int64), round_.frame())
    finding = rule.measure(as_composition(grouping, round_), round_)
    counted = {name: by for demand in demands for name, by in counted_of(demand, grouping).items()}
    for group in finding.groups:
        for term, amount in group.amounts.items():
            assert amount == counted.get(term, {}).get(group.group, 0), (term, group)
    totals = {term: sum(amounts.values()) for term, amounts in counted.items()}
    assert nonzero(finding.total()) == nonzero(totals)


@pytest.mark.parametrize(("name", "fields"), LEVELS)
@settings(max_examples=15, deadline=None)
@given(case=grouped())
def test_broken_is_what_the_musts_among_its_terms_count(
    name: str, fields: dict[str, Any], case: tuple[Round, list[int]]
) -> None:
    """Whatever the level of the rule or of a row in relations.csv."""
    round_, seats = case
    rule = build(name, fields)
    demands = demands_of(rule, round_)
    hard = [replace(d.term.demanded(), owner="") for d in demands if d.breach]
    terms = [d.term for d in demands]
    grouping = with_cheapest_choices(terms, np.array(seats, dtype=np.int64), round_.frame())
    charges = [term.charge(grouping).breaches for term in hard]
    finding = rule.measure(as_composition(grouping, round_), round_)
    assert bool(finding.broken) == any(charge.any() for charge in charges)
    own = sum(charges, np.zeros(grouping.groups + 1, dtype=np.int64))
    for group in finding.groups:
        if own[group.group - 1]:
            assert group.broken
    for broken in finding.broken:
        assert rule.sentence(broken, Language.NL)
        assert set(broken.people) <= set(round_.rows)


@pytest.mark.parametrize(("name", "fields"), LEVELS)
@settings(max_examples=6, deadline=None)
@given(round_=rounds())
def test_a_rule_with_its_defaults_written_out_asks_the_same(
    name: str, fields: dict[str, Any], round_: Round
) -> None:
    """A form on screen writes every field out."""
    rule = build(name, fields)
    for written in (rule.model_dump(), rule.model_dump(mode="json")):
        again = type(rule).model_validate(written)
        now, then = demands_of(again, round_), demands_of(rule, round_)
        assert list(map(asked, now)) == list(map(asked, then))


@pytest.mark.parametrize(("name", "fields"), CASES)
@settings(max_examples=5, deadline=None)
@given(round_=rounds())
def test_a_default_may_as_well_be_written(name: str, fields: dict[str, Any], round_: Round) -> None:
    """Each field with a default by itself, as somebody would who fills in a form."""
    rule = build(name, fields)
    for field, info in type(rule).model_fields.items():
        if field in fields or info.is_required() or field == "key":
            continue
        written = {**fields, field: info.get_default(call_default_factory=True)}
        again = build(name, written)
        now, then = demands_of(again, round_), demands_of(rule, round_)
        assert list(map(asked, now)) == list(map(asked, then))


def demands_of(rule: Rule, round_: Round) -> list[Demand]:
    """What it asks; a round in which it cannot be asked at all is no example."""
    try:
        return rule.demands(round_)
    except NoCompositionError:
        reject()


def asked(demand: Demand) -> tuple[object, ...]:
    """A demand as something that can be compared."""
    term = demand.term
    values = [
        tuple(np.ravel(v).tolist()) if isinstance(v, np.ndarray) else repr(v)
        for v in (getattr(term, f.name) for f in dataclass_fields(term))
    ]
    return type(term), values, demand.weight, demand.people, demand.refused


def nonzero(amounts: dict[str, int]) -> dict[str, int]:
    return {name: amount for name, amount in amounts.items() if amount}


def counted_of(demand: Demand, grouping: Grouping) -> dict[str, dict[int, int]]:
    """Name → group number → amount by the term's definition (0: in no single group).

    A Choice may be a must only (its breaches count), a wish only, or both: then what it refuses
    is counted beside its cost.
    """
    term = demand.term
    charge = term.charge(grouping)
    numbers = [*range(1, grouping.groups + 1), 0]
    points, breaches = (
        {number: int(a) for number, a in zip(numbers, amounts, strict=True)}
        for amounts in (charge.points, charge.breaches)
    )
    if demand.refused:
        return {term.name: points, demand.refused: breaches}
    return {term.name: {number: points[number] + breaches[number] for number in numbers}}


@pytest.mark.parametrize(("name", "fields"), CASES)
@settings(max_examples=8, deadline=None)
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
    whole = rule.measure(as_composition(grouping, round_), round_).whole
    for language in Language:
        assert not whole.verdict or rule.sentence(whole, language).endswith(".")


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
