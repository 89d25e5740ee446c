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
    elected = outcome.elected
    if elected is None:
        return {}
    people: Sequence[Applicant] = outcome.on
    if not elected.standing:
        chosen = set(elected.chosen)
        return {a.id: Fraction(str(a.id) in chosen) for a in people}
    times = PER_CENT if outcome.stage.counting.AS_SHARE else 1
    return {a.id: elected.standing[str(a.id)] * times for a in people}
