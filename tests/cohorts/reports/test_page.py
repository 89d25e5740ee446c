"""The page: everybody once, every sentence there, in an order a screen reader can follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from cohorts import compose
from cohorts.composing.proposal import Hindrance, NotPlaced, Proposal
from cohorts.record.reasons import reason
from cohorts.reports.page import page
from cohorts.reports.page.bars import drawn
from cohorts.words import Language, say
from tests.cohorts.reports.page_tree import Node, tree
from tests.cohorts.reports.test_reports import HOSTILE, hostile
from tests.cohorts.small_round import people, programme, relations, small

PHASES = ("start", "growth", "established", "transfer")


@cache
def many() -> Proposal:
    """Fifteen groups of six to nine, folded; everybody's phase is known."""
    given = tuple(
        replace(a, life_phase=PHASES[i % 4], place=f"Plaats {i}; Elders")
        for i, a in enumerate(people(120))
    )
    rules = [
        {"rule": "comparable", "field": "fte", "scale": "log"},
        {"rule": "same_question"},
        {"rule": "keep_apart"},
    ]
    asked = programme(rules, places="everyone")
    return compose(given, asked, relations=relations(), effort="quick")


PROPOSALS: dict[str, Callable[[], Proposal]] = {
    "small": lambda: small().proposal,
    "hostile": hostile,
    "many": many,
}


@pytest.fixture(params=list(PROPOSALS))
def proposal(request: pytest.FixtureRequest) -> Proposal:
    return PROPOSALS[request.param]()


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


def spoken(text: str) -> str:
    """A text as the page shows it: no signs that turn the line, spaces made one."""
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return " ".join(re.sub("[\x00-\x1f]", " ", text).split())


def card(html: Node, number: int) -> Node:
    (found,) = (n for n in html.all(css="card") if n.attributes["id"] == f"g{number}")
    return found


def test_everybody_sits_on_one_card_once(proposal: Proposal, language: Language) -> None:
    html = tree(page(proposal, language))
    for number, members in proposal.composition.groups.items():
        rows = [who.text for who in card(html, number).all("span", "who")]
        assert Counter(rows) == Counter(spoken(a.label) for a in members)
    placed = sum(map(len, proposal.composition.groups.values()))
    assert len(list(html.all("span", "who"))) == placed
    assert len(list(html.all(css="card"))) == len(proposal.composition.groups)


def test_every_sentence_of_every_rule_is_on_its_card(
    proposal: Proposal, language: Language
) -> None:
    html = tree(page(proposal, language))
    for finding in proposal.findings:
        rule = proposal.programme.rule(finding.rule)
        for group in finding.groups:
            if drawn(rule, group):
                said = spoken(rule.sentence(group, language))
                assert said in card(html, group.group).text


def test_a_card_says_why_what_is_not_ideal_and_what_was_kept_apart(
    proposal: Proposal, language: Language
) -> None:
    heads = [say(f"report.{key}", language) for key in ("why", "not_ideal", "kept_apart")]
    for found in tree(page(proposal, language)).all(css="card"):
        (reasons,) = found.all("dl")
        assert [dt.text for dt in reasons.all("dt")] == heads
        assert all(dd.text for dd in reasons.all("dd"))


def test_the_worst_pair_is_named_on_every_card(language: Language) -> None:
    proposal = many()
    html = tree(page(proposal, language))
    names = {a.id: a.label for a in proposal.round.applicants}
    for finding in proposal.findings[:2]:
        assert any(group.people for group in finding.groups)
    for number in proposal.composition.groups:
        said = next(iter(card(html, number).all("dl"))).text
        pairs = [
            [names[i] for i in group.people[:2]]
            for finding in proposal.findings[:2]
            for group in finding.groups
            if group.group == number
        ]
        assert any(all(name in said for name in pair) for pair in pairs)


def test_who_was_kept_apart_is_named_with_the_other() -> None:
    proposal = small().proposal
    html = tree(page(proposal, Language.NL))
    names = {str(a.id): a.label for a in proposal.round.applicants}
    groups = proposal.composition.groups
    where = {str(a.id): n for n, members in groups.items() for a in members}
    for one, other in (("p00", "p01"), ("p03", "p05")):
        for a, b in ((one, other), (other, one)):
            if a in where:
                said = f"{names[a]} zit niet samen met {names[b]}"
                assert said in card(html, where[a]).text


def test_a_note_says_why_two_are_apart() -> None:
    noted = tuple(replace(r, note="maken allebei trappen.") for r in relations())
    proposal = compose(people(), programme(), relations=noted, effort="quick", seed=4)
    html = page(proposal, Language.NL)
    assert "zit niet samen met Bedrijf 5: maken allebei trappen." in html


def test_headings_go_down_one_step_at_a_time(proposal: Proposal, language: Language) -> None:
    levels = [
        int(n.tag[1])
        for n in tree(page(proposal, language)).all()
        if n.tag in ("h1", "h2", "h3", "h4")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_links_lead_somewhere_and_no_id_stands_twice(proposal: Proposal) -> None:
    nodes = list(tree(page(proposal, Language.NL)).all())
    ids = [n.attributes["id"] for n in nodes if "id" in n.attributes]
    assert len(ids) == len(set(ids))
    targets = [n.attributes["href"] for n in nodes if "href" in n.attributes]
    targets += [
        f"#{n.attributes['aria-labelledby']}" for n in nodes if "aria-labelledby" in n.attributes
    ]
    assert targets
    assert {t.removeprefix("#") for t in targets} <= set(ids)


def test_every_picture_is_hidden_from_a_screen_reader_or_says_what_it_is(
    proposal: Proposal,
) -> None:
    def check(node: Node, *, hidden: bool) -> None:
        hidden = hidden or node.attributes.get("aria-hidden") == "true"
        if node.tag == "svg" or node.attributes.get("class") in ("strip", "bar"):
            assert hidden or node.attributes.get("aria-label")
        for child in node.inside:
            if isinstance(child, Node):
                check(child, hidden=hidden)

    check(tree(page(proposal, Language.EN)), hidden=False)


def test_every_table_names_its_columns(proposal: Proposal) -> None:
    for table in tree(page(proposal, Language.EN)).all("table"):
        heads = list(table.all("th"))
        assert heads
        assert all(h.attributes.get("scope") in ("col", "row") for h in heads)


def test_a_few_groups_stand_open_and_many_are_folded() -> None:
    few, more = tree(page(small().proposal, Language.NL)), tree(page(many(), Language.NL))
    assert {n.tag for n in few.all(css="card")} == {"section"}
    assert {n.tag for n in more.all(css="card")} == {"details"}
    assert len(many().composition.groups) > 12
    numbers = next(iter(more.all("nav", "numbers")))
    assert [a.text for a in numbers.all("a")] == [str(n) for n in many().composition.groups]


def test_each_phase_is_a_mark_with_its_word() -> None:
    html = tree(page(many(), Language.NL))
    legend = next(iter(html.all("ul", "legend"))).text
    for phase in PHASES:
        word = say(f"report.phase_{phase}", Language.NL)
        assert word in legend
        marks = [n for n in html.all("svg") if n.attributes.get("aria-label") == word]
        assert len(marks) == sum(a.life_phase == phase for a in many().round.applicants)
        shapes = {use.attributes["href"] for mark in marks for use in mark.all("use")}
        assert shapes == {f"#p-{phase}"}


def test_nobody_placed_is_forgotten_among_the_reasons(language: Language) -> None:
    one = small().proposal
    others = tuple(
        NotPlaced(a, (Hindrance("full", (1, 2)),) if i % 2 else ()) for i, a in enumerate(people())
    )
    proposal = replace(one, not_placed=others)
    html = tree(page(proposal, language))
    for left in others:
        why = reason(left, proposal.programme, language)
        panels = [n for n in html.all("section", "panel") if why in n.text]
        named = [who.text for panel in panels for who in panel.all("bdi")]
        assert named.count(left.applicant.label) == 1


def test_a_name_cannot_turn_the_line_or_hide(language: Language) -> None:
    html = page(hostile(), language)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b]", html)
    text = tree(html).text
    placed = [a for members in hostile().composition.groups.values() for a in members]
    assert all(spoken(a.label) in text for a in placed)
    assert {a.company for a in placed} & {HOSTILE[0], HOSTILE[5]}


def test_both_languages_have_no_word_of_the_other() -> None:
    assert "Waarom samen" in page(small().proposal, Language.NL)
    english = page(small().proposal, Language.EN)
    assert "Why together" in english
    assert "Waarom" not in english
    assert not re.search(r"\b(Groep|Vergelijkbaar|deelnemers)\b", english)


def test_the_same_proposal_gives_the_same_page() -> None:
    assert page(small().proposal, Language.NL) == page(small().proposal, Language.NL)
