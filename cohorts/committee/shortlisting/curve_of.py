"""The curve again, from proposals that were kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from cohorts.committee.shortlisting.changed_rule import changed_rules
from cohorts.committee.shortlisting.joint_decision import CurvePoint
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme


def curve_of(chosen: Proposal, others: Sequence[Proposal]) -> tuple[CurvePoint, ...]:
    """From the highest standing; the places are those in the picture, from 1.

    ``chosen``: by what the programme asks; it may lie beside the curve. All are of one round.
    """
    ordered = sorted((chosen, *others), key=lambda one: (-standing_of(one), one.score))
    first = ordered[0]
    found = [_point(n, first, one) for n, one in enumerate(ordered, 1)]
    found.sort(key=lambda one: (-one.standing, one.fit))
    return tuple(
        replace(
            one,
            number=n,
            chosen=one.proposal is chosen,
            on_curve=one.proposal is not chosen or not _is_beaten(one, found),
        )
        for n, one in enumerate(found, 1)
    )


def standing_of(proposal: Proposal) -> Fraction:
    """The sum over who is placed, in points."""
    reached = proposal.standing
    return Fraction(reached.merit if reached else 0, proposal.round.point)


def in_and_out(
    first: Proposal, other: Proposal
) -> tuple[tuple[Applicant, ...], tuple[Applicant, ...]]:
    """Who has a place in the other only, and who in the first only, from who stands highest."""
    merit, rows = first.round.merit or {}, first.round.applicants
    was, now = set(first.composition.seats), set(other.composition.seats)
    ordered = sorted(rows, key=lambda a: (-merit[a.id], a.id))
    return (
        tuple(a for a in ordered if a.id in now - was),
        tuple(a for a in ordered if a.id in was - now),
    )


def _point(number: int, first: Proposal, proposal: Proposal) -> CurvePoint:
    """The fit is what all rules cost but those that count the standing itself."""
    rules = changed_rules(first, proposal)
    enter, leave = in_and_out(first, proposal)
    standing = standing_of(proposal)
    programme = first.programme
    return CurvePoint(
        number,
        proposal,
        standing,
        standing_of(first) - standing,
        -sum(one.points for one in rules if _is_fit(programme, one.rule)),
        enter,
        leave,
        rules,
    )


def _is_fit(programme: Programme, rule: str) -> bool:
    return not programme.rule(rule).OF_STANDING


def _is_beaten(point: CurvePoint, others: Sequence[CurvePoint]) -> bool:
    """Whether another is as good in both."""
    return any(
        one is not point and one.standing >= point.standing and one.fit >= point.fit
        for one in others
    )
