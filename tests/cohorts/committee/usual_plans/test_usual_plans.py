"""The usual steps: of programmes that are there, as this program can keep them."""

from __future__ import annotations

import json

import pytest

from cohorts.committee.usual_plans import ELSE, usual_plan, usual_plans
from cohorts.programme.programme import presets
from cohorts.reports.looks_at_said import looks_at
from cohorts.reports.ties_said import examples_of
from cohorts.rounds.judging.stage_plan import BALLOTS, StagePlan, Tie, plan_of
from cohorts.rounds.judging.usual_step import usual_step
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


@pytest.mark.parametrize("name", usual_plans())
def test_each_says_what_a_tie_means_to_every_kind_of_partner(name: str) -> None:
    """In lines of *kind: example*; as many in both languages, and the same kinds with two ties."""
    usual = usual_plans()[name]
    for stage in usual.stages:
        plan = usual_step(usual, stage, 7)
        assert plan_of(json.loads(plan.text)).tie_examples == plan.tie_examples
        kinds = {
            tie: [len({one.partition(": ")[0] for one in examples_of(plan, tie, language)})]
            for tie in (Tie.KNOWS, Tie.HANDLES, Tie.PERSONAL)
            for language in Language
        }
        assert kinds[Tie.KNOWS] == kinds[Tie.HANDLES] >= [4]
        assert kinds[Tie.PERSONAL] > [1]


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_partners_who_say_yes_or_no_are_told_by_what(language: Language) -> None:
    usual = usual_plan("move2social")
    plans = [usual_step(usual, one) for one in usual.stages]
    assert [len(looks_at(one, language)) for one in plans] == [0, 7]


def test_only_partners_who_help_are_asked_to_offer_it() -> None:
    usual = usual_plan("move2social")
    assert [usual_step(usual, one).offers for one in usual.stages] == [False, True]


def test_how_many_go_on() -> None:
    def of(name: str) -> list[int | None]:
        return [one.places for one in usual_plan(name).stages]

    assert of("move2social") == [24, None]  # 48 → 24 → 11, the last as the programme says
    assert of("groei-ondernemers-challenge") == [50, None]
    assert of("kennissessie") == [None]
