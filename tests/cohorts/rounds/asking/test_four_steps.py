"""Where a switch stands, and that a rule that is moved there is so."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cohorts.errors import InputError
from cohorts.programme.programme import load_programme
from cohorts.round.round import Round
from cohorts.rounds.asking.four_steps import WEIGHT, Step, limits_asked, moved, step_of, steps_of
from cohorts.rules import rules
from cohorts.rules.rule import Rule
from tests.cohorts.rule_examples import CASES, build

PROGRAMME = load_programme("businessversneller")


@pytest.mark.parametrize(
    ("weight", "step"),
    [(0.2, "light"), (1, "light"), (2.49, "light"), (2.5, "heavy"), (4, "heavy"), (25, "heavy")],
)
def test_a_weight_stands_at_the_nearest_step(weight: float, step: str) -> None:
    """From 1 to 4 the middle is 2.5."""
    assert step_of(build("shared_theme", {"weight": weight}), PROGRAMME) == step


@pytest.mark.parametrize(("name", "fields"), CASES)
def test_a_rule_that_is_moved_stands_there_and_is_still_one(
    name: str, fields: dict[str, Any]
) -> None:
    rule = build(name, fields)
    for step in steps_of(rule):
        if step in WEIGHT:
            there = moved(rule, step)
            assert (step_of(there, PROGRAMME), there.weight) == (step, WEIGHT[step])
            assert type(rule).model_validate(there.model_dump()) == there
        elif step is Step.MUST and limits_asked(rule):
            with pytest.raises(InputError):
                moved(rule, step)
        elif step is Step.MUST:
            there = moved(rule, step)
            assert step_of(there, PROGRAMME) is Step.MUST
            assert type(rule).model_validate(there.model_dump()) == there


def worked() -> list[tuple[Rule, Round]]:
    return [
        (kind.model_validate({"rule": name, "key": name, **one.fields}), one.round())
        for name, kind in rules().items()
        for one in kind.WORKED
    ]


@pytest.mark.parametrize(("rule", "round_"), worked(), ids=lambda one: getattr(one, "rule", ""))
def test_only_what_can_hold_is_offered_as_a_must(rule: Rule, round_: Round) -> None:
    """As a must something of it is a breach; a rule that offers none has nothing that could be."""
    if rule.limits is None and not rule.RANKS:
        try:
            must = type(rule).model_validate(rule.model_dump() | {"level": "must"})
        except ValidationError:
            return
        assert not any(demand.breach for demand in must.demands(round_))
    elif rule.limits is not None:
        limited = rule.model_copy(update=dict.fromkeys(limits_asked(rule)[:1], 40.0))
        assert any(demand.breach for demand in moved(limited, Step.MUST).demands(round_))
