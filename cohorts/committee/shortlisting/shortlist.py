"""From all who applied to who takes part: every stage of a funnel in turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Unpack, cast

from cohorts.committee.shortlisting.as_asked import as_asked
from cohorts.committee.shortlisting.by_size import BySize, by_size
from cohorts.committee.shortlisting.decide_jointly import decide_jointly
from cohorts.committee.shortlisting.funnel import Funnel
from cohorts.committee.shortlisting.funnel_files import check_files
from cohorts.committee.shortlisting.joint_decision import JointDecision
from cohorts.committee.shortlisting.one_stage import Way, later_answers, one_stage
from cohorts.committee.shortlisting.seats_of import seats_of
from cohorts.committee.shortlisting.stage_outcome import Left, StageOutcome, Why
from cohorts.committee.shortlisting.standing_points import standing_points
from cohorts.composing.compose import Progress, compose
from cohorts.composing.inputs import Given
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.intake.applicants import Applicants
from cohorts.people.applicant import ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.set_aside import Aside
from solver.solution import Effort


@dataclass(frozen=True, eq=False)
class Shortlist:
    """``outcomes``: of each stage. ``joint``: the last one's decision, where it is one.

    ``people``: who came to the last stage, as they were composed there; ``given``: with what.
    ``programme``: as the last stage asks it.
    """

    funnel: Funnel
    programme: Programme
    outcomes: tuple[StageOutcome, ...]
    sizes: tuple[BySize, ...]
    people: Applicants
    given: Given
    joint: JointDecision | None
    composed: Proposal | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """How many came, and how many were left after each stage."""
        return (len(self.outcomes[0].came), *(len(one.on) for one in self.outcomes))


def shortlist(
    applicants: Applicants,
    programme: Programme,
    funnel: Funnel,
    folder: Path,
    *,
    effort: Effort | str = Effort.NORMAL,
    progress: Progress | None = None,
    **given: Unpack[Given],
) -> Shortlist:
    """``folder``: from where the funnel names its files, which must lie in it.

    Raises InputError, and what composing raises where the last stage is joint.
    """
    check_files(funnel, folder)
    on = given.get("on") or date.today()  # noqa: DTZ011 - the organiser's own day is meant
    given = Given(**{**given, "on": on})
    seed, gone = given.get("seed") or 0, tuple(given.get("gone") or ())
    admitted = given.get("admitted") or {}
    way = Way(programme, applicants, folder, on, seed, gone, admitted)
    last = _Last(funnel, programme, Effort(effort), progress)
    people, outcomes = applicants, list[StageOutcome]()
    for number, stage in enumerate(funnel.stages, 1):
        people, out, strange, silent = later_answers(stage, people, way)
        if not people:
            raise InputError(Problem("shortlist.nobody", f"{number}", {"stage": stage.title}))
        outcome = one_stage(
            number, stage, people, way, seats_of(stage, len(people), programme, given)
        )
        outcome = replace(
            outcome,
            elsewhere={**dict.fromkeys(out, 0), **outcome.elsewhere},
            newcomers=strange,
            silent=silent,
            remarks=(*(people.remarks if stage.applicants else ()), *outcome.remarks),
        )
        if stage.joint:
            return _jointly(people, last, tuple(outcomes), outcome, given)
        outcomes.append(outcome)
        people = replace(people, people=tuple(sorted(outcome.on, key=lambda a: a.id)))
    told = tuple(outcomes)
    return Shortlist(funnel, programme, told, by_size(told), people, given, None)


@dataclass(frozen=True, eq=False)
class _Last:
    """How the last stage is composed."""

    funnel: Funnel
    programme: Programme
    effort: Effort
    progress: Progress | None


def _jointly(
    people: Applicants,
    last: _Last,
    before: tuple[StageOutcome, ...],
    outcome: StageOutcome,
    given: Given,
) -> Shortlist:
    """The last stage: composed, and its outcome completed with who has a place."""
    programme = as_asked(last.programme, outcome.stage)
    told_there = {one.applicant.id for one in outcome.left if one.why in (Why.REFUSED, Why.STOPPED)}
    may = told_there | {a.id for a in outcome.on}
    pool = replace(people, people=tuple(a for a in people if a.id in may))
    given = _of(given, may)
    how: dict[str, Any] = {"effort": last.effort, "progress": last.progress}
    joint = None
    if standing := standing_points(outcome):
        # who is refused or has stopped is told of by the composition, and counts for nothing in it
        standing |= dict.fromkeys(told_there, min(standing.values()))
        whole = outcome.elected is not None and not outcome.elected.standing
        joint = decide_jointly(pool, programme, standing, of_people=whole, **how, **given)
    proposal = joint.proposal if joint else compose(pool, programme, **how, **given)
    told = (*before, _completed(outcome, proposal))
    return Shortlist(last.funnel, programme, told, by_size(told), pool, given, joint, proposal)


def _of(given: Given, people: set[ApplicantId]) -> Given:
    """What is given about these people only: the others are told of in their own stage."""
    kept: dict[str, Any] = dict(given)
    if relations := given.get("relations"):
        kept["relations"] = tuple(r for r in relations if {r.a, r.b} <= people)
    for name in ("previous", "pins", "waiting"):
        value: Mapping[ApplicantId, Any] | None = kept.get(name)
        if value is not None:
            kept[name] = {who: one for who, one in value.items() if who in people}
    kept["gone"] = tuple(one for one in given.get("gone") or () if one in people)
    return cast("Given", kept)


WHY = {
    Aside.REFUSED: Why.REFUSED,
    Aside.GONE: Why.STOPPED,
    Aside.UNCONFIRMED: Why.UNCONFIRMED,
    Aside.NOT_ON: Why.BY_PEOPLE,
}


def _completed(outcome: StageOutcome, proposal: Proposal) -> StageOutcome:
    """With who has a place and who has none, and why."""
    own = {a.id: a for a in outcome.came}
    seats = proposal.composition.seats
    known = {one.applicant.id for one in outcome.left}
    left = [*outcome.left]
    left += [
        Left(own[aside.applicant.id], WHY[aside.why], aside.judgements)
        for aside in proposal.round.set_aside
        if aside.applicant.id not in known
    ]
    left += [Left(own[one.id], Why.NOT_PLACED) for one in proposal.composition.not_placed]
    order = {a.id: place for place, a in enumerate(outcome.on)}
    on = tuple(sorted((own[who] for who in seats), key=lambda a: order[a.id]))
    return replace(outcome, on=on, left=tuple(left))
