"""The curve and what taking others costs, held against trying every group of three."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest

from cohorts.committee.shortlisting.decide_jointly import decide_jointly
from cohorts.committee.shortlisting.joint_decision import JointDecision
from cohorts.composing.compose import compose
from cohorts.intake import read_applicants
from cohorts.people.applicant import ApplicantId
from cohorts.round.merit import Standing
from solver.pricing import POINT
from tests.cohorts.committee.shortlisting.small_round import write_round

STAFF = {"a": 2, "b": 40, "c": 3, "d": 45, "e": 4, "f": 50}
POINTS = {
    "a": Fraction(9), "b": Fraction(26, 3), "c": Fraction(8), "d": Fraction(22, 3),
    "e": Fraction(7), "f": Fraction(20, 3),
}  # fmt: skip


def decided(folder: Path, margin: float = 0.0, standing: str = "first") -> JointDecision:
    programme = write_round(folder, STAFF, standing)
    groups = programme.groups.model_copy(update={"margin": margin})
    programme = programme.model_copy(update={"groups": groups})
    people = read_applicants(folder / "people.csv")
    points = {ApplicantId(who): value for who, value in POINTS.items()}
    return decide_jointly(people, programme, points)


@pytest.fixture(name="fits", scope="module")
def _fits(tmp_path_factory: pytest.TempPathFactory) -> dict[frozenset[str], int]:
    """Every three → the points of their composition."""
    tmp_path = tmp_path_factory.mktemp("fits")
    programme = write_round(tmp_path, STAFF)
    people = read_applicants(tmp_path / "people.csv")
    found = {}
    for three in combinations(STAFF, 3):
        merit = {a.id: int(a.id in three) for a in people}
        made = compose(people, programme, merit=merit)
        assert {str(who) for who in made.composition.seats} == set(three)
        found[frozenset(three)] = made.score.points
    return found


def total(three: frozenset[str]) -> Fraction:
    return sum((POINTS[who] for who in three), Fraction(0))


def in_order(three: frozenset[str]) -> list[Fraction]:
    return sorted((POINTS[who] for who in three), reverse=True)


def test_the_curve_is_all_that_nothing_betters_in_both(
    tmp_path: Path, fits: dict[frozenset[str], int]
) -> None:
    joint = decided(tmp_path)
    worth = {three: (total(three), -fits[three]) for three in fits}
    best = {
        three
        for three, (high, fit) in worth.items()
        if not any(h >= high and f >= fit and (h, f) != (high, fit) for h, f in worth.values())
    }
    found = [frozenset(map(str, p.proposal.composition.seats)) for p in joint.points]
    assert joint.complete
    assert {(total(one), fits[one]) for one in found} == {(total(one), fits[one]) for one in best}
    assert [p.standing for p in joint.points] == [total(one) for one in found]
    first = joint.points[0]
    for point, three in zip(joint.points, found, strict=True):
        assert point.given_up == first.standing - total(three)
        assert {str(a.id) for a in point.enter} == three - found[0]
        assert {str(a.id) for a in point.leave} == found[0] - three
    assert [point.chosen for point in joint.points] == [True, *[False] * (len(found) - 1)]
    assert all(point.proven for point in joint.points)


@pytest.mark.parametrize(("standing", "margin"), [("first", 0.0), ("first", 2.5), ("weighed", 0.0)])
def test_fit_is_what_a_composition_costs_whatever_standing_counts(
    tmp_path: Path, fits: dict[frozenset[str], int], standing: str, margin: float
) -> None:
    joint = decided(tmp_path, margin, standing)
    costs = [fits[frozenset(map(str, one.proposal.composition.seats))] for one in joint.points]
    told = [(costs[0] - one) / POINT for one in costs]
    assert [one.fit for one in joint.points] == pytest.approx(told)


def test_what_taking_each_costs_is_the_best_with_that_person(
    tmp_path: Path, fits: dict[frozenset[str], int]
) -> None:
    """Standing first: the highest three with that person in them."""
    joint = decided(tmp_path)
    chosen = frozenset(map(str, joint.proposal.composition.seats))
    assert {str(one.applicant.id) for one in joint.takings} == set(STAFF) - chosen
    for one in joint.takings:
        who = str(one.applicant.id)
        best = max((three for three in fits if who in three), key=in_order)
        assert {str(a.id) for a in one.leave} == chosen - best
        assert {str(a.id) for a in one.along} == best - chosen - {who}
        assert one.standing == total(best) - total(chosen)


def test_within_a_margin_the_best_fit_is_chosen(
    tmp_path: Path, fits: dict[frozenset[str], int]
) -> None:
    margin = 2.5
    joint = decided(tmp_path, margin)
    chosen = frozenset(map(str, joint.proposal.composition.seats))
    highest = max(map(total, fits))
    allowed = [one for one in fits if total(one) >= highest - Fraction(str(margin))]
    assert fits[chosen] == min(fits[one] for one in allowed)


def test_weighed_is_what_composing_gives_and_is_marked(tmp_path: Path) -> None:
    joint = decided(tmp_path, standing="weighed")
    assert joint.proposal.round.standing is Standing.WEIGHED
    (chosen,) = [point for point in joint.points if point.chosen]
    assert set(chosen.proposal.composition.seats) == set(joint.proposal.composition.seats)
