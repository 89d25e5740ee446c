"""One stage: who meets the conditions, who is judged, and who goes on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from cohorts.committee.counting.count import count
from cohorts.committee.shortlisting.ballots_of_stage import ballots_of_stage
from cohorts.committee.shortlisting.funnel import Stage
from cohorts.committee.shortlisting.refusals import refusals
from cohorts.committee.shortlisting.stage_outcome import StageOutcome, Why
from cohorts.committee.shortlisting.voted import voted
from cohorts.intake.applicants import Applicants, read_applicants
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme


@dataclass(frozen=True)
class Way:
    """What holds for every stage: the day of the conditions, the seed of the lots, who stopped.

    ``admitted``: who is let in whatever a condition says, with the reason.
    """

    programme: Programme
    everybody: Applicants
    folder: Path
    on: date
    seed: int
    gone: Collection[ApplicantId] = ()
    admitted: Mapping[ApplicantId, str] = field(default_factory=dict)


def later_answers(
    stage: Stage, people: Applicants, way: Way
) -> tuple[Applicants, tuple[ApplicantId, ...], tuple[str, ...], tuple[Applicant, ...]]:
    """Who is in, by the answers of this stage.

    Then who those answers hold and is out, the ids in it of nobody who applied, and who is in and
    not among them. Raises InputError.
    """
    if not stage.applicants:
        return people, (), (), ()
    read = read_applicants(
        way.folder / stage.applicants, way.folder / stage.map if stage.map else None
    )
    answers, inside = {a.id: a for a in read}, {a.id for a in people}
    applied = {a.id for a in way.everybody}
    now = replace(read, people=tuple(answers.get(a.id, a) for a in people))
    out = tuple(one for one in answers if one not in inside and one in applied)
    strange = tuple(str(one) for one in answers if one not in applied)
    return now, out, strange, tuple(a for a in people if a.id not in answers)


def one_stage(number: int, stage: Stage, people: Applicants, way: Way, seats: int) -> StageOutcome:
    """Its outcome; of a joint stage who can be composed, with what they stand at.

    ``seats``: how many go on by the votes. Raises InputError.
    """
    left, unknown = refusals(people, way.programme, way.on, way.gone, way.admitted)
    if not stage.conditions:
        left, unknown = tuple(one for one in left if one.why is Why.STOPPED), 0
    out = {one.applicant.id for one in left}
    inside = tuple(a for a in people if a.id not in out)
    whole = StageOutcome(number, stage, people.people, inside, left, open=unknown)
    return _voted(whole, way, seats) if stage.votes and inside else whole


def _voted(before: StageOutcome, way: Way, seats: int) -> StageOutcome:
    stage, inside = before.stage, before.on
    cast = ballots_of_stage(stage, way.folder, inside, way.everybody)
    if not cast.election.candidates:
        return voted(before, cast, None)
    places = min(seats, len(cast.election.candidates))
    elected = count(cast.election, stage.counting, places, seed=way.seed, quorum=stage.quorum)
    return voted(before, cast, elected)
