"""Votes and fit as one decision: what is chosen, the curve, and what taking others would cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Unpack

import numpy as np

from cohorts.committee.shortlisting.changed_rule import changed_rules
from cohorts.committee.shortlisting.curve_of import curve_of, in_and_out
from cohorts.committee.shortlisting.joint_decision import CurvePoint, JointDecision, WouldTake
from cohorts.committee.shortlisting.weigh import Way, Weighed, weigh
from cohorts.composing import engines
from cohorts.composing.compose import Progress
from cohorts.composing.inputs import Given
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.exact_points import exact_points
from solver.pricing import POINT
from solver.solution import Effort, Solution

MOST_TAKEN = 30
"""For so many who are left out it is worked out what taking them would cost."""


def decide_jointly(
    people: Sequence[Applicant],
    programme: Programme,
    standing: Mapping[ApplicantId, Fraction],
    *,
    effort: Effort = Effort.NORMAL,
    of_people: bool = False,
    progress: Progress | None = None,
    **given: Unpack[Given],
) -> JointDecision:
    """``standing``: points of each of ``people``, higher is better, as the programme counts them.

    Raises what :func:`cohorts.composing.compose.compose` raises.
    """
    merit = exact_points(standing)
    given = Given(**{**given, "merit": merit})
    weighed = weigh(people, programme, effort=effort, progress=progress, **given)
    way, chosen = weighed.way, weighed.chosen
    proposal, *others = weighed.proposals()
    points = tuple(_points(weighed, proposal, others))
    takings, not_tried = _takings(way, chosen, proposal)
    return JointDecision(
        proposal, points, weighed.complete, takings, not_tried, merit.exact, of_people
    )


def _points(weighed: Weighed, chosen: Proposal, others: Sequence[Proposal]) -> Iterator[CurvePoint]:
    """With whether each is proven, by who has a place in it."""
    proven = {weighed.people_of(point.solution): point.proven for point in weighed.points}
    for one in curve_of(chosen, others):
        people = frozenset(one.proposal.composition.seats)
        yield replace(one, proven=proven.get(people, False))


def _takings(way: Way, chosen: Solution, proposal: Proposal) -> tuple[tuple[WouldTake, ...], int]:
    """For those left out who stand highest; and how many others there are."""
    people, merit = way.round.applicants, way.merit
    outside = np.flatnonzero(chosen.grouping.assignment == chosen.grouping.outside).tolist()
    ordered = sorted(outside, key=lambda row: (-merit[row], people[row].id))
    tried = ordered[:MOST_TAKEN]
    found = engines.taking(way.asked.task, chosen, tried, seed=way.round.seed)
    takings = tuple(_taking(way, chosen, proposal, one) for one in found)
    return takings, len(ordered) - len(tried)


def _taking(way: Way, chosen: Solution, proposal: Proposal, one: engines.Taking) -> WouldTake:
    person = way.round.applicants[one.row]
    if one.solution is None:
        return WouldTake(person, possible=False, proven=one.proven)
    other = way.proposal(one.solution, 2)
    enter, _ = in_and_out(proposal, other)
    return WouldTake(
        person,
        possible=True,
        proven=one.proven,
        leave=tuple(way.round.applicants[row] for row in one.left),
        along=tuple(a for a in enter if a.id != person.id),
        standing=way.standing_of(one.solution) - way.standing_of(chosen),
        fit=-one.fit / POINT,
        rules=changed_rules(proposal, other),
    )
