"""Proposals of meaning 4 and before rounded each wish by itself: their score is held to that."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from cohorts.composing.compose import demands_of
from cohorts.record.document import ProposalDocument, document
from cohorts.record.fourth_meaning import FOURTH, scored_then
from cohorts.record.recompute import CheckReport, check
from cohorts.record.reopen import grouping_of
from cohorts.words import Language
from tests.cohorts.small_round import small

LEVELS = ("soft", "worst", "alike")


@pytest.fixture
def now() -> ProposalDocument:
    """Without the story of its search, which no proposal of then has."""
    return document(small().proposal, Language.NL).model_copy(update={"story": []})


@pytest.fixture
def then(now: ProposalDocument) -> ProposalDocument:
    """The same groups, of the meaning before."""
    proposal = small().proposal
    asked, _ = demands_of(proposal.asked_by, proposal.round)
    grouping = grouping_of(now, proposal.round, asked.task.terms)
    older = now.model_copy(update={"meaning_version": FOURTH})
    return scored_then(older, grouping, asked.task)


def checked(stated: ProposalDocument, **score: int) -> CheckReport:
    content: dict[str, Any] = copy.deepcopy(stated.model_dump(mode="json"))
    content["score"] |= score
    given = small()
    read = ProposalDocument.model_validate(content)
    return check(read, given.people, given.programme, relations=given.relations)


def test_then_points_were_the_sum_of_what_each_rule_counts(then: ProposalDocument) -> None:
    """Price × amount over all findings, which a reader can add up; now it is a little more."""
    prices = {name: price or 0 for name, price in then.weights.items()}
    amounts = [pair for finding in then.findings for pair in finding.amounts.items()]
    assert then.score.soft == sum(prices[name] * amount for name, amount in amounts)


def test_the_score_of_then_holds_and_what_changed_is_listed(
    now: ProposalDocument, then: ProposalDocument
) -> None:
    assert now.score.soft != then.score.soft
    report = checked(then)
    assert report.holds, report.mismatches
    (listed,) = report.listed
    assert [m.place for m in listed.differs] == ["score.soft"]
    assert not any("score" in place for place in report.as_stated)


@pytest.mark.parametrize("level", LEVELS)
def test_it_is_compared_and_not_left_aside(level: str, then: ProposalDocument) -> None:
    score = then.score.model_dump()
    report = checked(then, **{level: score[level] + 1})
    assert [m.place for m in report.mismatches] == [f"score.{level}"]


def test_the_score_of_today_is_not_that_of_then(
    now: ProposalDocument, then: ProposalDocument
) -> None:
    for stated, soft in ((then, now.score.soft), (now, then.score.soft)):
        assert [m.place for m in checked(stated, soft=soft).mismatches] == ["score.soft"]
