"""A plan as it is kept: what came in later changes nothing of one that does not name it."""

from __future__ import annotations

import json

from cohorts.rounds.judging.stage_plan import StagePlan, plan_of
from cohorts.rounds.standings.without_names import digest_of_plan, plan_without_names
from tests.cohorts.rounds.balloting.a_committee import scores_plan, yes_plan

BEFORE = {
    "stage", "seed", "judges", "second", "examples", "offers", "tie_examples", "notes_days",
}  # fmt: skip
"""What a plan stated before points could be named."""


def test_a_plan_without_points_is_written_as_before_there_were_any() -> None:
    for plan in (yes_plan(), scores_plan(), yes_plan(looks_at="")):
        assert json.loads(plan.text).keys() == BEFORE
        stated = plan_without_names(plan)
        assert stated.keys() == BEFORE - {"judges"}
        kept = {name: one for name, one in json.loads(plan.text).items() if name != "judges"}
        assert digest_of_plan(stated) == digest_of_plan(kept)


def test_a_plan_that_was_kept_before_reads_and_is_written_the_same() -> None:
    text = StagePlan.model_validate(json.loads(yes_plan().text)).text
    assert json.loads(text).keys() == BEFORE
    assert StagePlan.model_validate(json.loads(text)).text == text


def test_points_are_kept_and_are_part_of_its_digest() -> None:
    plan = yes_plan(looks_at={"nl": "Klaar\nEerlijk", "en": "Ready\nHonest"})
    assert plan_of(json.loads(plan.text)).looks_at == plan.looks_at
    digests = {digest_of_plan(plan_without_names(one)) for one in (plan, yes_plan())}
    assert len(digests) == 2
