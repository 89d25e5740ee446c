"""Prices are true: recomputed from what the priced composition becomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cohorts import compose
from cohorts.hands.board import Board
from cohorts.hands.standing import Standing
from cohorts.outlook.prices import Prices, prices
from cohorts.outlook.prices.weakest import weakest_wish
from cohorts.people.applicant import Applicant
from cohorts.reports.prices import price_lines
from cohorts.words import Language
from tests.cohorts.outlook.prices_round import CONFIRMED, RULES, asked, priced, round_people
from tests.cohorts.small_round import people, programme, relations


def test_every_must_has_its_price_and_letting_go_never_costs() -> None:
    musts = priced().musts
    assert [must.rule for must in musts] == ["at_most", "keep_apart"]
    assert all(must.points >= 0 for must in musts)
    assert all(must.placed == 0 for must in musts)
    for must in musts:
        assert (must.breaches > 0) >= (must.points > 0), "what is gained is gained by breaking it"


def test_the_price_of_a_must_is_what_composing_without_it_gains() -> None:
    """With at most two of a branch 24 people in groups of 8 are bound; without, they are not."""
    tight = [*RULES[:2], {"rule": "at_most", "field": "province", "most": 4, "level": "must"}]
    found = prices(people(24), programme(tight, "everyone"), other_lots=1)
    (must,) = found.musts
    free = compose(people(24), programme(tight[:2], "everyone"), effort="quick")
    gain = (found.proposal.score.points - free.score.points) / 1e9
    assert gain > 1
    assert must.points == pytest.approx(gain, rel=0.1)
    assert must.moved > 0


def test_a_must_that_keeps_people_out_says_how_many() -> None:
    """All 18 are rivals of one another but for groups of two: 3 groups hold at most 3 × 2."""
    same = tuple(replace(a, extra={"branche": "bouw"}) for a in people(18))
    rules = [RULES[0], {"rule": "at_most", "field": "branche", "most": 6, "level": "must"}]
    found = prices(same, programme(rules, "as many as possible"), groups=2, other_lots=1)
    (must,) = found.musts
    assert len(found.proposal.not_placed) == 6
    assert must.placed == 6


def test_a_must_is_let_go_without_the_wish_beside_it() -> None:
    """Nobody further than 20 km binds; let go, the members still travel as little as can be."""
    travel = {"rule": "travel", "widest_km": 20.0}
    found = prices(people(24), programme([RULES[1], travel], "everyone"), other_lots=1)
    (must,) = found.musts
    wished = {**travel, "widest_km": None}
    free = compose(people(24), programme([RULES[1], wished], "everyone"), effort="quick")
    gain = (found.proposal.score.points - free.score.points) / 1e9
    assert must.points == pytest.approx(gain, rel=0.1)
    without = compose(people(24), programme([RULES[1]], "everyone"), effort="quick")
    assert without.score.points < free.score.points / 2, "half of the points are of the wish"


def test_a_wish_to_choose_is_no_must() -> None:
    found = prices(people(12), programme([RULES[1], {"rule": "shared_theme"}], "everyone"))
    assert found.musts == ()


def test_the_weakest_wish_is_the_lowest_quality_and_the_swap_helps_it() -> None:
    found = priced()
    weakest = found.weakest
    assert weakest is not None
    wishes = [
        group.quality
        for finding in found.proposal.findings
        for group in finding.groups
        if found.proposal.programme.rule(finding.rule).level == "should"
    ]
    assert weakest.finding.quality == min(wishes)
    assert weakest.swap is not None
    a, b = weakest.swap
    change = Board.of(found.proposal).price_swap(a.id, b.id)
    own = next(rule for rule in change.rules if rule.rule == weakest.rule)
    assert -own.points == pytest.approx(weakest.points)
    worse = {r.rule for r in change.rules if r.breaches > 0 or r.points > 0} - {weakest.rule}
    assert set(weakest.holds) == worse


def test_no_wish_falls_short_where_all_are_the_same() -> None:
    rules = [{"rule": "at_least", "field": "branche", "value": "ict", "least": 1}]
    made = compose(people(24), programme([*rules, RULES[2]], "everyone"), effort="quick")
    assert weakest_wish(Standing.of_proposal(made)) is None


def test_nobody_is_restless_where_only_one_composition_is_right() -> None:
    """Three sizes of eight each, far apart: whatever the lot, these sit together."""
    sizes = tuple(replace(a, fte=(2.0, 40.0, 900.0)[i // 8]) for i, a in enumerate(people(24)))
    found = prices(sizes, programme([RULES[0]], "everyone"), other_lots=3)
    assert found.lots.seeds == (1, 2, 3)
    assert found.lots.restless == ()


def test_people_who_are_all_the_same_are_restless() -> None:
    same = tuple(replace(a, fte=float(2 + i % 2)) for i, a in enumerate(people(24)))
    found = prices(same, programme([RULES[0]], "everyone"), other_lots=3)
    assert found.lots.restless
    assert all(1 <= one.times <= 3 for one in found.lots.restless)


def test_other_shapes_are_composed() -> None:
    """24 people: three groups of 8, or four of 6; with 20 there is no fourth."""
    more, smaller = prices(people(24), programme([RULES[0]], "everyone"), other_lots=1).shapes
    assert (more.shape, more.possible, more.groups, more.placed) == ("more_groups", True, 4, 24)
    assert more.points < 0
    assert (smaller.shape, smaller.groups, smaller.placed) == ("smaller_groups", 3, 24)
    assert [shape.possible for shape in priced().shapes] == [False, True]
    assert priced().shapes[1].placed == CONFIRMED
    tight = prices(people(18), programme([RULES[0]], "everyone"), size=(9, 9), other_lots=1)
    assert [(s.shape, s.possible) for s in tight.shapes] == [("more_groups", False)]


def test_the_probable_ones_come_in_where_there_is_room() -> None:
    found = priced()
    probable = found.probable
    assert probable is not None
    assert {a.id for a in probable.probable} == {"p20", "p21", "p22"}
    assert probable.possible
    assert probable.placed == probable.probable
    assert probable.left == ()
    assert probable.diff is not None
    assert {s.person for s in probable.diff.moved} == {a.id for a in probable.moved}
    everybody = tuple(replace(a, status=None) for a in round_people())
    assert prices(everybody, asked(), relations=relations(), other_lots=1).probable is None


@pytest.mark.parametrize("language", list(Language))
def test_prices_in_words(language: Language) -> None:
    found = priced()
    text = "\n".join(price_lines(found, language))
    assert "{" not in text
    for must in found.musts:
        assert found.proposal.programme.rule(must.rule).title(language) in text
    assert named(found)[0].label in text


def named(found: Prices) -> tuple[Applicant, Applicant]:
    assert found.weakest is not None
    assert found.weakest.swap is not None
    return found.weakest.swap


def test_a_group_more_that_stays_closed_is_not_possible() -> None:
    """Every group needs two of the four from ict: a third one of six cannot open."""
    two = {"rule": "at_least", "field": "branche", "value": "ict", "least": 2, "level": "must"}
    asked_ = programme([RULES[0], two], "as many as possible")
    found = prices(people(18), asked_, size=(6, 6), groups=2, other_lots=1)
    assert len(found.proposal.composition.groups) == 2
    assert [(s.shape, s.possible) for s in found.shapes] == [("more_groups", False)]
    assert [(must.rule, must.placed) for must in found.musts] == [("at_least", 0)]
