"""Answers that really differ, beside each other: what is said of them is true of their groups."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import combinations

import pytest

from cohorts import compose, load_programme, read_applicants
from cohorts.composing.proposal import Proposal
from cohorts.intake.beside.relations_file import read_relations
from cohorts.outlook.alternatives import Answers, alternatives
from cohorts.record.document import document
from cohorts.record.hide import Hidden
from cohorts.record.recompute import check
from cohorts.reports.answers_files import hidden_in
from cohorts.reports.answers_said import alternatives_lines
from cohorts.reports.outcome import how_sure
from cohorts.words import Language
from tests.cohorts.cli.run import ROOT

PEOPLE = ROOT / "docs/examples/people.csv"
WITHIN = Fraction(6, 10)
Pairs = set[frozenset[str]]


@cache
def nine(count: int = 3) -> Answers:
    """Nine people in three groups of three: every answer is proven."""
    people = read_applicants(PEOPLE)
    relations = read_relations(ROOT / "docs/examples/relations.csv", people)
    programme = load_programme(ROOT / "docs/examples/programme.toml")
    return alternatives(people, programme, count=count, within=WITHIN, relations=relations)


def pairs(proposal: Proposal) -> Pairs:
    groups = proposal.composition.groups.values()
    return {frozenset(two) for group in groups for two in combinations([a.id for a in group], 2)}


def test_each_differs_from_all_before_it_and_costs_no_more_than_was_asked() -> None:
    found = nine()
    first = found.first.proposal
    assert len(found.answers) == 3
    for answer in found.answers[1:]:
        earlier = found.answers[: answer.number - 1]
        mine = pairs(answer.proposal)
        right = [Fraction(9 - len(mine & pairs(one.proposal)), 9) for one in earlier]
        assert list(answer.differs) == right
        assert min(right) >= Fraction(1, 4)
        assert answer.proposal.score.points <= first.score.points * (1 + WITHIN)
        more = answer.proposal.score.points - first.score.points
        assert answer.points == pytest.approx(more / 1e9)
        assert sum(step.points for step in answer.rules) == pytest.approx(answer.points, abs=1e-6)


def test_the_first_is_what_composing_gives() -> None:
    people = read_applicants(PEOPLE)
    programme = load_programme(ROOT / "docs/examples/programme.toml")
    relations = read_relations(ROOT / "docs/examples/relations.csv", people)
    alone = compose(people, programme, relations=relations)
    assert pairs(nine().first.proposal) == pairs(alone)
    assert nine().first.proposal.answer is None


def test_who_is_together_in_every_answer() -> None:
    """By hand: the pairs that all share, and the sets that they make."""
    found = nine()
    common = set.intersection(*(pairs(answer.proposal) for answer in found.answers))
    told = {
        frozenset(two) for who in found.together for two in combinations([a.id for a in who], 2)
    }
    assert told == common != set()


def test_who_sits_elsewhere_is_told_by_the_groups_of_the_first() -> None:
    """In answer 2 b1 and b3 change places; its own report counts the two groups the other way."""
    lines = alternatives_lines(nine(), Language.EN)
    at = lines.index("Answer 2")
    assert any(line.startswith("  Which rules are better") for line in lines[at : at + 6])
    at = next(i for i, line in enumerate(lines) if i > at and line.startswith("  Elsewhere"))
    assert lines[at].startswith("  Elsewhere than in answer 1: 2 people")
    assert lines[at + 1] == "    Drukkerij Veldpost: from group 2 to group 3"
    assert lines[at + 2] == "    Schildersbedrijf Okerhof: from group 3 to group 2"
    seats = nine().seats
    (b1,) = (
        a.id for a in nine().first.proposal.round.applicants if a.label.startswith("Drukkerij")
    )
    assert seats[b1][:2] == (2, 2)
    assert nine().answers[1].in_first(2) == 3


@pytest.mark.parametrize("language", Language)
def test_of_another_answer_nobody_says_that_it_is_the_best(language: Language) -> None:
    proposals = [answer.proposal for answer in nine().answers]
    first, other = (how_sure(proposal, language) for proposal in proposals[:2])
    assert first != other
    assert "2" in other
    assert proposals[1].bound is None


def test_each_can_be_checked() -> None:
    found = nine()
    people = read_applicants(PEOPLE)
    programme = load_programme(ROOT / "docs/examples/programme.toml")
    relations = read_relations(ROOT / "docs/examples/relations.csv", people)
    for answer in found.answers:
        stated = document(answer.proposal, Language.NL)
        assert check(stated, people, programme, relations=relations).holds
    assert document(found.answers[2].proposal, Language.NL).answer == 3


def test_where_fewer_exist_it_says_so_and_that_it_is_proven() -> None:
    """Of nine all is proven: within nothing more than the best costs there is one answer."""
    people = read_applicants(PEOPLE)
    programme = load_programme(ROOT / "docs/examples/programme.toml")
    found = alternatives(people, programme, within=Fraction(0), differ=Fraction(1))
    assert len(found.answers) == 1
    assert found.complete
    lines = alternatives_lines(found, Language.EN)
    assert lines[:2] == ["There is one answer.", "Asked were 3. There are no more; that is proven."]
    assert "bewezen" in alternatives_lines(found, Language.NL)[1]


def test_what_is_hidden_is_in_no_sentence() -> None:
    blind = hidden_in(nine(), [Hidden.WORRIES])
    known = {rule.key for answer in blind.answers for rule in answer.proposal.programme.rules}
    assert all(step.rule in known for answer in blind.answers for step in answer.rules)
    assert alternatives_lines(blind, Language.NL)
