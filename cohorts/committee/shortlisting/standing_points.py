"""What the votes of a joint stage come to as points, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cohorts.committee.shortlisting.stage_outcome import StageOutcome
from cohorts.people.applicant import Applicant, ApplicantId

PER_CENT = 100


def standing_points(outcome: StageOutcome) -> dict[ApplicantId, Fraction]:
    """Everybody who can be composed → points.

    Shares in per cent, other figures as the rule gives them. Where a rule chooses people as
    a whole: 1 for who is chosen, and 0, so that a point is a person.
    """
    return points_of(outcome, outcome.on)


def points_of(outcome: StageOutcome, people: Sequence[Applicant]) -> dict[ApplicantId, Fraction]:
    """Of each of these who was counted."""
    elected = outcome.elected
    if elected is None:
        return {}
    if not elected.standing:
        chosen, counted = set(elected.chosen), {*elected.chosen, *elected.left}
        return {a.id: Fraction(str(a.id) in chosen) for a in people if str(a.id) in counted}
    times = PER_CENT if outcome.stage.counting.AS_SHARE else 1
    here = (a for a in people if str(a.id) in elected.standing)
    return {a.id: elected.standing[str(a.id)] * times for a in here}
