"""Every rule finds the winners that were published, whatever the lot."""

from __future__ import annotations

import pytest

from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.count import count
from tests.cohorts.committee.counting.golden_elections import Golden, golden

RULES = ("mean_scores", "judge_fit", "borda", "schulze", "single_transferable_vote")
SEEDS = 40


@pytest.mark.parametrize("one", [*golden(*RULES)], ids=lambda one: f"{one.rule}: {one.source[:40]}")
def test_the_winners_are_those_published(one: Golden) -> None:
    rule = counting_rules()[one.rule](**one.settings)
    found = [count(one.election, rule, one.seats, seed=seed) for seed in range(SEEDS)]
    assert {frozenset(elected.chosen) for elected in found} == one.winners
    for elected in found:
        assert any(drawn.decisive for drawn in elected.drawn) == (len(one.winners) > 1)
