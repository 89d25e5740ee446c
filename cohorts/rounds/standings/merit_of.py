"""What the votes of a stage give to composing as points of who goes on."""

from __future__ import annotations

import secrets
from collections.abc import Collection

from cohorts.committee.shortlisting.standing_points import points_of
from cohorts.people.applicant import ApplicantId
from cohorts.round.exact_points import ExactPoints, exact_points, salted
from cohorts.rounds.standings.votes_counted import Counted
from cohorts.store.keys import PersonKey

SALT_BYTES = 16


def merit_of(counted: Counted, on: Collection[PersonKey]) -> ExactPoints[ApplicantId] | None:
    """None where nobody of them has any figure.

    Who goes on without one, because people decided so, has as many points as the lowest of them.
    Their salt is drawn here, once.
    """
    outcome = counted.outcome
    goes = [a for a in outcome.came if counted.keys[a.id] in on]
    known = points_of(outcome, goes)
    if not known:
        return None
    least = min(known.values())
    points = exact_points({a.id: known.get(a.id, least) for a in goes})
    return salted(points, secrets.token_hex(SALT_BYTES))
