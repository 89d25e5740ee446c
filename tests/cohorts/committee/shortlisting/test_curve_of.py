"""A curve that was kept as proposals is the one that was worked out."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.committee.shortlisting.curve_of import curve_of
from cohorts.committee.shortlisting.decide_jointly import decide_jointly
from cohorts.committee.shortlisting.weigh import weigh
from cohorts.intake import read_applicants
from cohorts.people.applicant import ApplicantId
from cohorts.round.exact_points import exact_points
from tests.cohorts.committee.shortlisting.small_round import write_round
from tests.cohorts.committee.shortlisting.test_decide_jointly import POINTS, STAFF

WAYS = [("first", 0.0), ("first", 2.0), ("weighed", 0.0)]


@pytest.mark.parametrize(("standing", "margin"), WAYS)
def test_the_points_are_those_of_the_decision(tmp_path: Path, standing: str, margin: float) -> None:
    programme = write_round(tmp_path, STAFF, standing)
    groups = programme.groups.model_copy(update={"margin": margin})
    programme = programme.model_copy(update={"groups": groups})
    people = read_applicants(tmp_path / "people.csv")
    points = {ApplicantId(who): value for who, value in POINTS.items()}
    joint = decide_jointly(people, programme, points)
    weighed = weigh(people, programme, merit=exact_points(points))
    chosen, *others = weighed.proposals()
    found = curve_of(chosen, others)
    assert chosen.composition.seats == joint.proposal.composition.seats
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert [one.standing for one in found] == [one.standing for one in joint.points]
    assert [one.given_up for one in found] == [one.given_up for one in joint.points]
    assert [one.fit for one in found] == pytest.approx([one.fit for one in joint.points])
    assert [one.enter for one in found] == [one.enter for one in joint.points]
    assert [one.chosen for one in found] == [one.chosen for one in joint.points]
    assert [one.on_curve for one in found] == [one.on_curve for one in joint.points]


def test_each_is_scored_in_the_way_of_the_programme(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF, "weighed")
    people = read_applicants(tmp_path / "people.csv")
    merit = exact_points({ApplicantId(who): value for who, value in POINTS.items()})
    chosen, *others = weigh(people, programme, merit=merit).proposals()
    assert others
    assert all(one.score.points >= chosen.score.points for one in others)
    assert {one.round.standing for one in (chosen, *others)} == {"weighed"}
    assert all(one.score.hard == 0 for one in (chosen, *others))
    assert chosen.answer is None
    assert [one.answer for one in others] == list(range(2, len(others) + 2))


def test_a_point_that_may_not_be_told_is_left_out_the_ends_last(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF, "first")
    people = read_applicants(tmp_path / "people.csv")
    merit = exact_points({ApplicantId(who): value for who, value in POINTS.items()})
    weighed = weigh(people, programme, merit=merit)
    assert len(weighed.others) > 2
    found = weighed.proposals(lambda told: len(told) <= 3)
    every = weighed.proposals()
    ends = (every[0], every[1], every[-1])
    assert [one.composition.seats for one in found] == [one.composition.seats for one in ends]
    assert [one.answer for one in found] == [one.answer for one in ends]
    assert len(weighed.proposals(lambda _: False)) == 1
