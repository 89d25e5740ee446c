"""Who may be composed: the programme's conditions, and who has said yes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.programme.programme import Programme
from cohorts.round.admittance import LetIn
from cohorts.round.judgement import Judgement, Verdict
from cohorts.round.left_at import LeftAt, Why
from cohorts.round.set_aside import Aside, SetAside


@dataclass(frozen=True)
class Screening:
    """``eligible`` are composed, ``set_aside`` are not, each with the ground.

    ``asked``: (applicant, judgement) for every condition about which too little is known yet.
    ``admitted``: whom a condition refuses and who is let in all the same.
    """

    eligible: tuple[Applicant, ...]
    set_aside: tuple[SetAside, ...]
    asked: tuple[tuple[Applicant, Judgement], ...]
    admitted: Mapping[ApplicantId, LetIn] = field(default_factory=dict)


def screen(
    applicants: Sequence[Applicant],
    programme: Programme,
    on: date,
    count_from: Status,
    gone: Collection[ApplicantId] = (),
    *,
    not_on: Mapping[ApplicantId, LeftAt] | None = None,
    admitted: Mapping[ApplicantId, str] | None = None,
) -> Screening:
    """Everybody by id, judged on the day ``on``.

    ``count_from``: the least sure status that is composed. Where nobody has a status everybody
    counts; where some have, a missing one is not yet a yes. Who is ``gone`` is not judged at all.
    Nor is who did not go on after a stage (``not_on``), unless a condition refused them there and
    still does: then it is said which. Who is ``admitted`` (with the reason) is no worse off for
    what a condition says.
    """
    surest = list(Status)
    needed, left = surest.index(count_from), not_on or {}
    any_status = any(a.status is not None for a in applicants)
    eligible, aside, asked = [], [], []
    let_in: dict[ApplicantId, LetIn] = {}
    for applicant in sorted(applicants, key=lambda a: a.id):
        if applicant.id in gone:
            aside.append(SetAside(applicant, Aside.GONE))
            continue
        at = left.get(applicant.id)
        if at is not None and at.why is not Why.REFUSED:
            aside.append(SetAside(applicant, Aside.NOT_ON, left_at=at))
            continue
        judgements = tuple(c.judge(applicant, on) for c in programme.conditions)
        refused = tuple(j for j in judgements if j.verdict is Verdict.REFUSED)
        if refused and (reason := (admitted or {}).get(applicant.id)) is not None:
            let_in[applicant.id], refused = LetIn(reason, refused), ()
        if refused:
            aside.append(SetAside(applicant, Aside.REFUSED, refused))
        elif at is not None:
            aside.append(SetAside(applicant, Aside.NOT_ON, left_at=at))
        elif any_status and (applicant.status is None or surest.index(applicant.status) < needed):
            aside.append(SetAside(applicant, Aside.UNCONFIRMED))
        else:
            eligible.append(applicant)
            asked += [(applicant, j) for j in judgements if j.verdict is Verdict.UNKNOWN]
    return Screening(tuple(eligible), tuple(aside), tuple(asked), let_in)
