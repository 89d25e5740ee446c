"""What is said of members who are alike in one answer."""

from __future__ import annotations

import pytest

from cohorts.round.finding import Fact, GroupFinding
from cohorts.rules import rules
from cohorts.words import Language


@pytest.mark.parametrize(
    ("field", "count", "said"),
    [
        ("punt", 3, "Alle leden vulden bij ‘punt’ in: verkennen."),
        ("punt", 2, "2 van de 3 leden vulden bij ‘punt’ in: verkennen."),  # one filled in nothing
        ("province", 3, "Alle leden komen uit verkennen."),
        ("province", 2, "2 van de 3 leden komen uit verkennen."),
    ],
)
def test_all_is_said_of_all_members_only(field: str, count: int, said: str) -> None:
    rule = rules()["alike"].model_validate({"rule": "alike", "key": "alike", "field": field})
    facts: dict[str, Fact] = {"field": field, "value": "verkennen", "count": count, "size": 3}
    assert rule.sentence(GroupFinding(1, "all", {}, {**facts, "others": ()}), Language.NL) == said
