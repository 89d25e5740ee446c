"""What is fixed of a stage: every choice in its plan that changes the outcome is said."""

from __future__ import annotations

import pytest

from cohorts.committee.counting import counting_rules
from cohorts.reports.stage_said import (
    kind_said,
    rule_about,
    silence_means,
    silence_of,
    stage_said,
)
from cohorts.rounds.judging.stage_plan import BALLOTS, plan_of
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import scores_plan, yes_plan

BOTH = pytest.mark.parametrize("language", list(Language), ids=str)


@BOTH
def test_yes_votes_are_said_with_places_seed_and_rule(language: Language) -> None:
    plan = yes_plan(places=23)
    said = stage_said(plan, language)
    assert sum("23" in one for one in said) == 1
    assert sum(plan.stage.counting.TITLE[language] in one for one in said) == 1
    assert sum(" 7." in one for one in said) == 1
    assert len(said) == len(set(said))
    assert silence_means(plan, language) in said
    assert rule_about(plan, language) == plan.stage.counting.ABOUT[language]


@BOTH
def test_criteria_are_said_with_weight_and_anchors(language: Language) -> None:
    said = " ".join(stage_said(scores_plan(), language))
    for part in ("“plan”", "“moed”", "klaar", "geen"):
        assert part in said


@BOTH
def test_by_what_yes_is_said_stands_there_in_one_sentence(language: Language) -> None:
    plan = yes_plan(looks_at="Het plan klopt.\n\nKlaar voor de markt")
    said = stage_said(plan, language)[1]
    assert said.endswith(": Het plan klopt; Klaar voor de markt.")
    by_points = scores_plan(looks_at="Het plan klopt")
    assert stage_said(by_points, language) == stage_said(scores_plan(), language)


@BOTH
def test_what_ties_mean_to_whom_is_said(language: Language) -> None:
    text = "Bank: de lening.\n\nSchool: de stage"
    (said,) = set(stage_said(yes_plan(tie_examples={"handles": text}), language)) - set(
        stage_said(yes_plan(), language)
    )
    assert said.endswith(": Bank: de lening; School: de stage.")


@BOTH
@pytest.mark.parametrize(
    ("changes", "others"),
    [
        ({"quorum": "1/2"}, {}),
        ({"settings": {"most": 5}}, {}),
        ({"settings": {"out_of": "could_vote"}}, {}),
        ({"places": 5}, {}),
        ({"places": None, "joint": True}, {}),
        ({"rule": "phragmen"}, {}),
        ({}, {"second": True}),
        ({}, {"seed": 8}),
        ({}, {"looks_at": "Het plan klopt"}),
    ],
    ids=str,
)
def test_another_choice_is_another_sentence(
    language: Language, changes: dict[str, object], others: dict[str, object]
) -> None:
    stage = {"title": "Stemming", "votes": BALLOTS, "rule": "approval", "places": 4}
    plan = plan_of({"stage": stage | changes, "seed": 7, **others})
    assert stage_said(plan, language) != stage_said(yes_plan(), language)


@BOTH
def test_what_silence_means_is_true_of_each_rule(language: Language) -> None:
    """Under some rules only what is given counts: even an interest then costs something."""
    said = {name: silence_of(rule(), language) for name, rule in counting_rules().items()}
    costs = {"proportional_approval", "single_transferable_vote"}
    assert len({said[name] for name in costs}) == 1
    assert not {said[name] for name in costs} & {said[name] for name in said.keys() - costs}


@BOTH
def test_silence_means_more_under_a_quorum(language: Language) -> None:
    """Where they send in, on paper and beside the standing: half of them silent stops somebody."""
    stage = {"title": "Stemming", "votes": BALLOTS, "rule": "approval", "places": 4}
    plan = plan_of({"stage": stage | {"quorum": "1/2"}, "seed": 7})
    said = silence_means(plan, language)
    assert said.startswith(silence_of(plan.stage.counting, language))
    assert "50%" in said
    assert "%" not in silence_means(yes_plan(), language)
    assert sum("50%" in one for one in stage_said(plan, language)) == 1  # said once


@BOTH
def test_the_kind_of_ballot_has_a_name(language: Language) -> None:
    assert kind_said(yes_plan().asked, language) != kind_said(scores_plan().asked, language)
