"""The story of a search in a proposal: only what could have been, and only of what was searched."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from cohorts.composing.improved import MOST
from cohorts.record.document import ProposalDocument, document
from cohorts.record.of_itself import contradictions
from cohorts.record.reopen import reopen
from cohorts.words import Language
from tests.cohorts.small_round import small

Content = dict[str, Any]


@pytest.fixture
def content() -> Content:
    """With a story of three steps: 2 and 1 above what was found, and that."""
    made = copy.deepcopy(document(small().proposal, Language.NL).model_dump(mode="json"))
    score = made["score"]
    made["story"] = [
        {"done": done, "worst": score["worst"], "alike": 0, "soft": score["soft"] + above}
        for done, above in ((0.25, 2), (0.5, 1), (0.75, 0))
    ]
    return made


def places(content: Content) -> list[str]:
    return [one.place for one in contradictions(ProposalDocument.model_validate(content))]


def test_what_could_have_been_is_believed(content: Content) -> None:
    assert places(content) == []
    assert places(content | {"story": content["story"][-1:]}) == []
    assert places(content | {"story": []}) == []


def test_work_goes_on_and_points_fall(content: Content) -> None:
    content["story"][1]["done"] = 0.2
    content["story"][2]["done"] = 0.1
    assert places(content) == ["story[2].done", "story[3].done"]
    content["story"][1] |= {"done": 0.5, "soft": content["story"][0]["soft"]}
    content["story"][2]["done"] = 0.5
    assert places(content) == ["story[2].soft"]


def test_what_counts_first_must_fall_first(content: Content) -> None:
    """Fewer points of all wishes are no improvement where the worst group has more."""
    content["story"][0]["worst"] -= 1
    assert places(content) == ["story[2].soft"]


@pytest.mark.parametrize("name", ["worst", "alike", "soft"])
def test_it_ends_in_the_score(content: Content, name: str) -> None:
    for step in content["story"]:
        step[name] += 1
    assert places(content) == ["story[3].soft"]


def test_there_are_few_steps(content: Content) -> None:
    last = content["story"][-1]
    many = [{**last, "done": 0.0, "soft": last["soft"] + MOST - n} for n in range(MOST + 1)]
    assert places(content | {"story": many[1:]}) == []
    assert places(content | {"story": many}) == ["story"]


def test_what_people_moved_has_none(content: Content) -> None:
    moved: Content = {"by_hand": True, "reproducible": False, "bound": None, "gap": None}
    moved |= {"status": "feasible"}
    assert places(content | moved) == ["story"]
    assert places(content | moved | {"story": []}) == []


def test_it_comes_back_with_the_proposal(content: Content) -> None:
    given = small()
    stated = ProposalDocument.model_validate(content)
    again = reopen(stated, given.people, given.programme, relations=given.relations)
    assert document(again, Language.NL).story == stated.story
    assert [step.done for step in again.story] == [0.25, 0.5, 0.75]
