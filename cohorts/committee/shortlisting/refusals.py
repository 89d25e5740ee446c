"""Who of a stage does not meet the conditions of the programme, or has stopped."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from cohorts.committee.shortlisting.stage_outcome import Left, Why
from cohorts.composing.eligibility import screen
from cohorts.composing.own_columns import called_as_asked, columns_asked
from cohorts.intake.applicants import fields_of
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.companies import told_apart
from cohorts.people.spelling import spelled_alike
from cohorts.programme.programme import Programme
from cohorts.round.set_aside import Aside

GROUNDS = {Aside.REFUSED: Why.REFUSED, Aside.GONE: Why.STOPPED}
"""Who has not said yes is judged along: only who is composed must have."""


def refusals(
    people: Sequence[Applicant],
    programme: Programme,
    on: date,
    gone: Collection[ApplicantId],
    admitted: Mapping[ApplicantId, str] | None = None,
) -> tuple[tuple[Left, ...], int]:
    """Who leaves, judged on the day ``on``; and of how many others a condition is not known.

    ``admitted``: who is let in whatever a condition says, with the reason.
    """
    columns = columns_asked(programme, people, fields_of(people))
    everybody = spelled_alike(told_apart(called_as_asked(people, columns)))
    found = screen(everybody, programme, on, tuple(Status)[-1], gone, admitted=admitted)
    own = {a.id: a for a in people}
    left = tuple(
        Left(own[one.applicant.id], GROUNDS[one.why], one.judgements)
        for one in found.set_aside
        if one.why in GROUNDS
    )
    return left, len({applicant.id for applicant, _ in found.asked})
