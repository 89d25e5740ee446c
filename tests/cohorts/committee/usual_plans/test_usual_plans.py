"""The usual steps: of programmes that are there, as this program can keep them."""

from __future__ import annotations

import pytest

from cohorts.committee.usual_plans import ELSE, usual_plan, usual_plans
from cohorts.programme.programme import presets
from cohorts.rounds.judging.stage_plan import BALLOTS, StagePlan
from cohorts.words import Language

SAME = {"plan", "mindset"}
"""Words of both languages."""


def test_each_is_of_a_programme() -> None:
    assert set(usual_plans()) - {ELSE} <= set(presets())


@pytest.mark.parametrize("name", usual_plans())
def test_each_can_be_kept(name: str) -> None:
    for stage in usual_plans()[name].stages:
        plan = StagePlan(stage=stage)
        assert plan.text
        assert stage.votes == BALLOTS
        assert plan.asked in stage.counting.ASKS


@pytest.mark.parametrize("name", usual_plans())
def test_each_speaks_two_languages(name: str) -> None:
    criteria = [one for stage in usual_plans()[name].stages for one in stage.criteria]
    said = [*(one.name for one in criteria), *(a for one in criteria for a in one.anchors.values())]
    assert all(one[Language.NL] != one[Language.EN] for one in said if one[Language.NL] not in SAME)


def test_how_many_go_on() -> None:
    def of(name: str) -> list[int | None]:
        return [one.places for one in usual_plan(name).stages]

    assert of("move2social") == [24, None]  # 48 → 24 → 11, the last as the programme says
    assert of("groei-ondernemers-challenge") == [50, None]
    assert of("kennissessie") == [None]
