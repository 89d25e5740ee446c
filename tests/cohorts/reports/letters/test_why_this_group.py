"""Why a group fits is told to its members only where it tells of none of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.letters.why_this_group import why_this_group
from cohorts.round.finding import Fact, GroupFinding
from cohorts.rules.rule import Rule
from cohorts.rules.same_question import SameQuestion
from cohorts.rules.travel import Travel
from cohorts.words import Language

SAME, NEAR = SameQuestion(rule="same_question"), Travel(rule="travel")
SHARED: dict[str, Fact] = {"fields": ("question",), "subject": "export", "known": 2, "words": ()}
FAR: dict[str, Fact] = {"place": "Zwolle", "mean": "12 km", "most": "30 km"}


def said(rule: Rule, verdict: str, facts: dict[str, Fact], *companies: str) -> str:
    people = [Applicant(id=ApplicantId(f"{n:03}"), company=c) for n, c in enumerate(companies)]
    found = GroupFinding(1, verdict, {}, facts, quality=0.9)
    made: Any = SimpleNamespace(
        round=SimpleNamespace(of_votes=""),
        programme=SimpleNamespace(rule=lambda _: rule),
        found_in={1: ((rule.key, found),)},
        composition=SimpleNamespace(groups={1: people}),
    )
    return why_this_group(made, 1, Language.NL)


@pytest.mark.parametrize(
    ("verdict", "told"), [("all_wrote", True), ("all_named", True), ("all_word", False)]
)
def test_no_word_is_quoted_that_the_others_do_not_read(verdict: str, *, told: bool) -> None:
    assert bool(said(SAME, verdict, SHARED, "Anker", "Berk")) is told


@pytest.mark.parametrize("company", ["Anker", "KPN"])
def test_nobody_is_named_however_short_a_name_is(company: str) -> None:
    assert said(NEAR, "there", FAR, company, "Berk")
    assert said(NEAR, "near", FAR | {"far": company}, company, "Berk") == ""
    most = SHARED | {"count": 1, "people": (company,)}
    assert said(SAME, "most_wrote", most, company, "Berk") == ""
