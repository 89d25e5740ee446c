"""The count of one stage again, from what stands in a dossier alone."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from cohorts.committee.shortlisting.ballots_of_stage import of_judged
from cohorts.committee.shortlisting.elected_in import elected_in
from cohorts.committee.shortlisting.stage_outcome import Left, StageOutcome, Why
from cohorts.committee.shortlisting.standing_points import points_of
from cohorts.committee.shortlisting.voted import voted
from cohorts.committee.votes import Asked, Ballot, Election, Silence
from cohorts.committee.votes.ballot import Said
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.rounds.balloting.election_of import ONE
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.judging.stage_plan import StagePlan, plan_of
from cohorts.rounds.standings.without_names import COUNTED


def recounted(stage: form.StagePart, ballots: form.StageBallotsPart, seats: int) -> StageOutcome:
    """Everybody by key, for lots are drawn from that.

    Raises InputError where the plan asks nothing that can be counted, ValueError for a ballot that
    is none, KeyError where one says nothing of somebody.
    """
    plan = plan_of(stage.plan)
    everybody = {one.key: Applicant(id=ApplicantId(one.key)) for one in stage.came}
    inside = sorted(one.key for one in stage.came if one.counted in COUNTED)
    left = tuple(
        Left(everybody[one.key], Why(one.counted))
        for one in stage.came
        if one.counted not in COUNTED
    )
    came, on = tuple(everybody.values()), tuple(everybody[who] for who in inside)
    before = StageOutcome(stage.number, plan.stage, came, on, left)
    if not inside:
        return before
    cast = of_judged(_election(plan, ballots, inside), {who: ApplicantId(who) for who in inside})
    return voted(before, cast, elected_in(cast.election, plan.stage, seats, plan.seed))


def words_of(outcome: StageOutcome) -> dict[str, str]:
    """Key → why they do not go on, "": they do."""
    left = {str(one.applicant.id): one.why.value for one in outcome.left}
    return {str(a.id): "" for a in outcome.on} | left


def points_again(stage: form.StagePart, outcome: StageOutcome) -> Mapping[str, Fraction]:
    """Key by which the people are known now → points, of who goes on; empty: nobody has any."""
    now = {one.key: one.now for one in stage.came if one.on}
    goes = [a for a in outcome.came if str(a.id) in now]
    known = points_of(outcome, goes)
    if not known:
        return {}
    least = min(known.values())
    return {now[str(a.id)]: known.get(a.id, least) for a in goes}


def _election(plan: StagePlan, ballots: form.StageBallotsPart, inside: list[str]) -> Election:
    asked = plan.asked
    criteria = tuple(one.criterion for one in plan.stage.criteria)
    cast = tuple(
        Ballot(one.voter, {who: _said(one.said[who], len(criteria) or 1) for who in inside})
        for one in ballots.ballots
    )
    return Election(tuple(inside), cast, asked, criteria if asked is Asked.SCORES else (ONE,))


def _said(stated: str | list[str], several: int) -> Said:
    """Raises ValueError for what no ballot of this plan can hold."""
    if isinstance(stated, str):
        return Silence(stated)
    if len(stated) != several:
        raise ValueError(stated)
    return tuple(map(Fraction, stated))
