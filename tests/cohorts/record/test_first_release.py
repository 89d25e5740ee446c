"""The hash of the first release comes out the same, whatever its models become."""

from __future__ import annotations

from typing import Any

import pytest

from cohorts.composing.prepare import prepare
from cohorts.programme.programme import Programme
from cohorts.record.first_release import first_fingerprint
from cohorts.rules import rules
from cohorts.rules.rule import Rule
from cohorts.rules.same_question import SameQuestion
from cohorts.rules.stay import Stay
from tests.cohorts.small_round import people, programme


class More(SameQuestion):
    """The rule with a field that came later."""

    languages: tuple[str, ...] = ("nl",)


class Heavier(Stay):
    """The rule with another default."""

    weight: float = 5.0


RULES: list[dict[str, Any]] = [
    {"rule": "same_question", "weight": 2},
    {"rule": "stay", "level": "must"},
]


def digest(asked: Programme) -> str:
    return first_fingerprint(prepare(people(), asked, seed=3, on=None), asked, people())


def with_rule(kind: type[Rule], number: int, **fields: Any) -> Programme:
    """The programme with one rule as a later release has it."""
    asked = programme(RULES)
    own = {**RULES[number], "key": RULES[number]["rule"], **fields}
    kept = [*asked.rules]
    kept[number] = kind.model_validate(own)
    return asked.model_copy(update={"rules": tuple(kept)})


def test_a_field_that_came_later_changes_nothing() -> None:
    assert digest(with_rule(More, 0)) == digest(programme(RULES))
    assert digest(with_rule(More, 0, languages=("en",))) == digest(programme(RULES))


def test_another_default_changes_nothing_where_the_field_was_not_filled_in() -> None:
    assert digest(with_rule(Heavier, 1)) == digest(programme(RULES))
    assert digest(with_rule(Heavier, 1, weight=5)) != digest(programme(RULES))


def test_a_field_of_then_still_counts() -> None:
    other = programme([{**RULES[0], "weight": 3}, RULES[1]])
    assert digest(other) != digest(programme(RULES))


def test_a_widest_distance_made_a_must_of_travel() -> None:
    far: dict[str, Any] = {"rule": "travel", "widest_km": 20}
    assert digest(programme([far])) == digest(programme([{**far, "level": "must"}]))
    assert digest(programme([far])) != digest(programme([{**far, "level": "should"}]))


@pytest.mark.parametrize("name", ["comparable", "keep_together", "travel", "merit"])
def test_the_rules_of_then_are_rules_still(name: str) -> None:
    assert name in rules()
