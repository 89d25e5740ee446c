"""Why a group sits together, what holds least, and what a group is called."""

from __future__ import annotations

import pytest

from cohorts.composing.compose import compose
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.group_name import group_name
from cohorts.reports.holds_least import holds, weakest
from cohorts.reports.page.cards import regretted, worst_pair
from cohorts.reports.page.why_together import not_said_by, reasons, why_together
from cohorts.round.finding import Fact, GroupFinding
from cohorts.rules import rules
from cohorts.rules.rule import Rule
from cohorts.words import Language
from tests.cohorts.small_round import small


def rule(name: str, **fields: object) -> Rule:
    return rules()[name].model_validate({"rule": name, "key": name, **fields})


THEME = GroupFinding(
    1, "all", {}, {"theme": "Export", "count": 4, "known": 4, "people": ()}, quality=1.0
)
QUESTION = GroupFinding(
    1, "all_named", {}, {"subject": "Export", "count": 4, "known": 4, "people": ()}, quality=0.9
)
NEEDED = GroupFinding(1, "short", {}, {"short": ("school",), "roles": ()}, quality=0.9)
POINTS = GroupFinding(
    1, "higher", {}, {"inside": 80.0, "outside": 76.0, "count": 10, "low": 52.0, "high": 95.0}
)
NO_REASON = "Geen enkele wens gaf hier de doorslag: alle wensen samen deden dat."


def told(*found: tuple[Rule, GroupFinding]) -> str:
    return why_together(found, Language.NL)


def test_one_thing_is_said_once() -> None:
    said = told((rule("same_question", weight=6), QUESTION), (rule("shared_theme"), THEME))
    assert said == "Alle 4 leden noemden ‘Export’."


def test_what_joins_them_is_not_regretted_once_more() -> None:
    most = GroupFinding(
        1, "most", {}, {"theme": "Export", "count": 3, "known": 4, "people": ("a",)}, quality=0.7
    )
    named = GroupFinding(
        1, "most_named", {}, {"subject": "Export", "count": 3, "known": 4}, quality=0.3
    )
    size = GroupFinding(1, "wide", {}, {}, quality=0.4)
    joins = (rule("shared_theme", weight=2), most)
    regrets = [(rule("same_question"), named), (rule("comparable", field="fte"), size)]
    assert reasons([joins, *regrets]) == [joins]
    assert regretted(not_said_by([joins], regrets)) == regrets[1:]


def test_who_can_come_is_told_where_the_group_meets_and_not_as_a_reason() -> None:
    facts: dict[str, Fact] = {"slots": ("dinsdagmiddag",), "can": 4, "count": 4, "people": ()}
    all_can = GroupFinding(1, "all", {}, facts, quality=1.0)
    assert told((rule("availability", weight=9), all_can), (rule("shared_theme"), THEME)) == (
        "Alle leden noemen ‘Export’."
    )


def test_what_is_still_needed_is_no_reason() -> None:
    short = (rule("roles_wanted", wanted={"school": 1}), NEEDED)
    assert told(short) == NO_REASON


def test_where_nothing_is_alike_it_is_said_what_decided() -> None:
    assert told((rule("merit"), POINTS)) == (
        "De 10 leden kregen gemiddeld 80 punten, wie geen plaats kreeg 76. "
        "De punten in deze ronde lopen van 52 tot 95."
    )


@pytest.mark.parametrize("verdict", ["mean", "all"])
def test_points_that_did_not_decide_are_no_reason(verdict: str) -> None:
    facts = {"inside": 76.0, "outside": 80.0}
    assert told((rule("merit"), GroupFinding(1, verdict, {}, facts))) == NO_REASON


def test_what_holds_is_never_what_holds_least() -> None:
    must = rule("at_least", level="must", field="role", value="maker", least=1)
    assert holds(must, GroupFinding(1, "kept", {}, {}, quality=0.2))
    assert not holds(must, GroupFinding(1, "broken", {}, {}, quality=0.2, broken=True))
    wish = rule("alike", field="province")
    assert holds(wish, GroupFinding(1, "most", {}, {}, quality=0.8))
    assert not holds(wish, GroupFinding(1, "most", {}, {}, quality=0.79))
    assert holds(wish, GroupFinding(1, "unknown", {}, {}, quality=0.0))
    question = rule("same_question")
    assert holds(question, GroupFinding(1, "all_named", {}, {}, quality=0.2))
    assert not holds(question, GroupFinding(1, "most_named", {}, {}, quality=0.2))


def test_what_all_members_share_is_not_what_is_met_worst() -> None:
    """However little their wording is alike: ‘all named it’ is nothing to regret."""
    question = rule("same_question")
    assert holds(question, GroupFinding(1, "all_named", {}, {}, quality=0.5))
    assert not holds(question, GroupFinding(1, "most_named", {}, {}, quality=0.5))


@pytest.mark.parametrize(
    ("asked", "shared", "apart"),
    [
        (rule("same_question"), "all_named", "most_named"),
        (rule("comparable", field="fte"), "same", "fair"),
    ],
)
def test_by_what_all_members_share_nobody_is_furthest_apart(
    asked: Rule, shared: str, apart: str
) -> None:
    proposal = small().proposal
    pair = tuple(a.id for a in proposal.round.applicants[:2])

    def said(verdict: str) -> str:
        found = GroupFinding(1, verdict, {}, {}, pair, quality=0.4)
        return worst_pair(proposal, [(asked, found)], "", Language.NL)

    assert said(shared) == ""
    assert said(apart).startswith("Het verst uit elkaar bij ")


def people(themes: list[tuple[str, ...]]) -> list[Applicant]:
    return [
        Applicant(id=ApplicantId(str(i)), company=f"C{i}", themes=named, province="Drenthe")
        for i, named in enumerate(themes)
    ]


def in_one_group(themes: list[tuple[str, ...]]) -> tuple[str, str]:
    """What the one group is called, and its sentence on themes."""
    programme = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "one",
            "title": {"nl": "Een", "en": "One"},
            "groups": {"size": [2, 9], "target": 5},
            "rules": [{"rule": "shared_theme"}, {"rule": "alike", "field": "province"}],
        }
    )
    made = compose(people(themes), programme, groups=1)
    theme = programme.rule("shared_theme")
    finding = made.finding("shared_theme").groups[0]
    assert weakest(made, [1]) is None or finding.quality < 0.8
    return group_name(made, 1, Language.NL), theme.sentence(finding, Language.NL)


def test_a_group_is_called_after_a_theme_of_half_of_its_members() -> None:
    half = [("Export",), ("Export",), ("Prijs",), ()]
    assert in_one_group(half)[0] == "Groep 1: Export"
    fewer = [("Export",), ("Export",), ("Prijs",), ("Groei",), ()]
    name, sentence = in_one_group(fewer)
    assert name == "Groep 1"
    assert sentence == (
        "Geen thema is van de helft van de leden. Het meest genoemd is ‘Export’: 2 van de 5."
    )


def test_who_is_still_to_be_found_is_not_ideal() -> None:
    """A role is lacking (0.67) where all named the theme in words that differ (0.5)."""
    named = (rule("same_question"), GroupFinding(1, "all_named", {}, {}, quality=0.5))
    short = (rule("roles_wanted", wanted={"school": 1}), GroupFinding(1, "short", {}, {}))
    assert regretted([named, short]) == [short]
    assert regretted([named]) == []
