"""Who is not placed hears why, from the data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cohorts import compose
from cohorts.composing.compose import demands_of
from cohorts.composing.hindrances.blocked import blocked
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Hindrance, Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Relation, RelationKind
from solver.grouping import Grouping
from tests.cohorts.small_round import none_open, people, programme

COMPARABLE = {"rule": "comparable", "field": "fte"}


def causes(proposal: Proposal) -> list[tuple[Hindrance, ...]]:
    return [left.hindrances for left in proposal.not_placed]


def test_all_places_are_taken() -> None:
    found = compose(people(), programme([COMPARABLE], places="at most 18"), effort="quick")
    assert {h.code for hindrances in causes(found) for h in hindrances} <= {"fit", "lot"}
    fit = next(h for (h,) in causes(found) if h.code == "fit")
    assert fit.facts == {"places": 18, "composed": 24}
    assert len(causes(found)) == 6


def test_a_rule_stands_in_the_way_and_names_whom() -> None:
    """19 people, 3 groups of 6 to 9: 0, 1, 2 and 3 are rivals, so one of them finds no group."""
    pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    rivals = tuple(
        Relation(ApplicantId(f"p{a:02}"), ApplicantId(f"p{b:02}"), RelationKind.COMPETITOR, None)
        for a, b in pairs
    )
    asked = programme([COMPARABLE, {"rule": "keep_apart"}], places="as many as possible")
    found = compose(people(19), asked, relations=rivals, groups=3, effort="quick")
    (left,) = found.not_placed
    assert left.applicant.id in {"p00", "p01", "p02", "p03"}
    (cause,) = left.hindrances
    assert (cause.code, cause.rule) == ("must", "keep_apart")
    assert set(cause.people) == {f"Bedrijf {i}" for i in range(4)} - {left.applicant.label}
    assert cause.groups == (1, 2, 3)


def test_groups_that_are_full() -> None:
    """21 people in groups of exactly 10: for one of them there is no seat, and fit decides whom."""
    asked = programme([COMPARABLE], places="as many as possible")
    asked = asked.model_copy(
        update={"groups": asked.groups.model_copy(update={"size": (10, 10), "target": 10})}
    )
    found = compose(people(21), asked, effort="quick")
    ((cause,),) = causes(found)
    assert (cause.code, cause.facts) == ("fit", {"places": 20, "composed": 21})


def test_too_many_of_one_trade() -> None:
    """20 builders and 4 others, 5 of a trade at most: every group takes at least one other."""
    must = {"rule": "at_most", "field": "branche", "most": 5, "level": "must"}
    trades = tuple(
        replace(a, extra={"branche": "bouw" if i < 20 else "zorg"}) for i, a in enumerate(people())
    )
    asked = programme([COMPARABLE, must], places="as many as possible")
    found = compose(trades, asked, effort="quick")
    assert len(found.composition.groups) == 3
    assert {a.id for a in found.composition.not_placed} <= {a.id for a in trades[:20]}
    assert len(found.not_placed) == 24 - 3 * 5 - 4  # 15 builders and all others have a place
    for (cause,) in causes(found):
        assert (cause.code, cause.rule) == ("must", "at_most")


def test_no_group_at_all_names_what_would_break_with_all_in_one() -> None:
    assert (
        causes(none_open())
        == [(Hindrance("none_open", (1,)), Hindrance("together", (1,), "shared_theme"))] * 6
    )


def test_no_group_at_all_of_more_people_than_fit_in_one_names_no_rule() -> None:
    """Ten with five themes: that they cannot all sit in one group of nine is no reason."""
    ten = tuple(replace(a, themes=(f"thema {i % 5}",)) for i, a in enumerate(people(10)))
    must = {"rule": "shared_theme", "level": "must"}
    asked = programme([COMPARABLE, must], places="as many as possible")
    found = compose(ten, asked, groups=1, effort="quick")
    assert causes(found) == [(Hindrance("none_open", (1,)),)] * 10


def test_a_full_group_whose_theme_somebody_did_not_name_is_more_than_full() -> None:
    """A group of 6 about Robots, as large as may be: for who named Export it never was."""
    named = tuple(
        replace(a, themes=("Robots",) if i < 7 else ("Export",)) for i, a in enumerate(people(8))
    )
    asked = programme([{"rule": "shared_theme", "level": "must"}], places="at most 6")
    sizes = asked.groups.model_copy(update={"size": (6, 6), "target": 6})
    round_ = prepare(named, asked.model_copy(update={"groups": sizes}), groups=1)
    demanded = demands_of(asked, round_)[0]
    seats = np.array([0] * 6 + [1] * 2, dtype=np.int64)  # 1: outside the one group
    robots = np.array([[1]], dtype=np.int64)  # of Export and Robots, by the alphabet
    grouping = Grouping(seats, 1, {"shared_theme": robots})
    found = [list(blocked(demanded, round_, grouping, row)) for row in (6, 7)]
    assert found[0] == [Hindrance("full", (1,))]
    assert found[1] == [Hindrance("full_blocked", (1,), "shared_theme")]
