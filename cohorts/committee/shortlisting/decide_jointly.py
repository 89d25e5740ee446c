"""Votes and fit as one decision: what is chosen, the curve, and what taking others would cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Unpack

import numpy as np

from cohorts.committee.shortlisting.changed_rule import changed_rules
from cohorts.committee.shortlisting.curve_of import in_and_out
from cohorts.committee.shortlisting.joint_decision import CurvePoint, JointDecision, WouldTake
from cohorts.committee.shortlisting.weigh import Way, weigh
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
    proposal = way.proposal(chosen)
    points = _points(weighed.by_standing, weighed.points, chosen, proposal)
    takings, not_tried = _takings(way, chosen, proposal)
    return JointDecision(
        proposal, points, weighed.complete, takings, not_tried, merit.exact, of_people
    )


def _points(
    way: Way, curve: Sequence[engines.Point], chosen: Solution, proposal: Proposal
) -> tuple[CurvePoint, ...]:
    """The points in order; the chosen one among them, or beside them where it is none of these."""
    seats = set(proposal.composition.seats)
    proposals = [way.proposal(point.solution, n + 2) for n, point in enumerate(curve)]
    standing = [way.standing_of(point.solution) for point in curve]
    pairs = enumerate(zip(curve, proposals, strict=True))
    found = [
        replace(_point(n, proposals[0], one, standing[0], standing[n]), proven=point.proven)
        for n, (point, one) in pairs
    ]
    inside = [set(one.proposal.composition.seats) == seats for one in found]
    if any(inside):
        marked = zip(found, inside, strict=True)
        return tuple(replace(one, chosen=is_in) for one, is_in in marked)
    own = way.proposal(replace(chosen, floor=None), len(found) + 2)
    last = _point(len(found), proposals[0], own, standing[0], way.standing_of(chosen))
    beside = any(one.standing >= last.standing and one.fit >= last.fit for one in found)
    every = [*found, replace(last, chosen=True, on_curve=not beside)]
    ordered = sorted(every, key=lambda one: (-one.standing, one.fit))
    return tuple(replace(one, number=n) for n, one in enumerate(ordered, 1))


def _point(
    place: int, first: Proposal, proposal: Proposal, highest: Fraction, standing: Fraction
) -> CurvePoint:
    """``place``: from 0; ``highest``: the standing of the first."""
    enter, leave = in_and_out(first, proposal)
    return CurvePoint(
        place + 1,
        proposal,
        standing,
        highest - standing,
        (first.score.points - proposal.score.points) / POINT,
        enter,
        leave,
        changed_rules(first, proposal) if place else (),
    )


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
