"""Who has not said yes, and would have a place with a yes: somebody to call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from cohorts.composing import engines
from cohorts.composing.demands import Asked, ask
from cohorts.composing.hindrances.causes import Decided
from cohorts.composing.hindrances.exchanges import Exchanges
from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside, SetAside
from solver.choices import with_cheapest_choices
from solver.errors import InvalidTaskError
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.solution import Effort

MOST = 8
"""So many are looked at, who stand highest first: more than anybody calls in an afternoon."""
RECOMPOSED = 24
"""Up to so many people it is composed again; above that, one for one."""
CALLS = "calls"


@dataclass(frozen=True)
class Call:
    """Somebody who would have a place with a yes, ``instead`` of these."""

    applicant: Applicant
    instead: tuple[Applicant, ...]


def to_call(proposal: Proposal) -> Mapping[ApplicantId, Call]:
    """By id; only where the points of whoever has not said yes are known, of what was composed.

    Not where somebody moved people, or kept them where they sat. With each of them alone: two may
    both say yes, and not both find a place.
    """
    if CALLS not in proposal.worked_out:
        proposal.worked_out[CALLS] = {c.applicant.id: c for c in _calls(proposal)}
    found: Mapping[ApplicantId, Call] = proposal.worked_out[CALLS]
    return found


def calling_nobody(proposal: Proposal) -> Proposal:
    """The same as it would be told where a yes gives nobody a place: nothing is composed for it."""
    alone = replace(proposal)
    alone.worked_out[CALLS] = {}
    return alone


def high_enough(proposal: Proposal) -> tuple[SetAside, ...]:
    """Who has not said yes and stands no lower than somebody with a place; the highest first.

    No more than are looked at. Empty where :func:`to_call` looks at nobody.
    """
    merit = proposal.round.merit
    if merit is None or not proposal.composed_freely or not proposal.composition.groups:
        return ()
    lowest = min(merit[person] for person in proposal.composition.seats)
    probable = [
        aside
        for aside in proposal.round.set_aside
        if aside.why is Aside.UNCONFIRMED
        and aside.applicant.status is Status.PROBABLE
        and merit.get(aside.applicant.id, lowest - 1) >= lowest
    ]
    probable.sort(key=lambda aside: (-merit[aside.applicant.id], aside.applicant.id))
    return tuple(probable[:MOST])


def _calls(proposal: Proposal) -> Iterator[Call]:
    for aside in high_enough(proposal):
        if (call := _call(proposal, aside)) is not None:
            yield call


def _call(proposal: Proposal, aside: SetAside) -> Call | None:
    """The call, where this person has a place once they are composed too."""
    wider, now = _with(proposal.round, aside), proposal.composition.seats
    seats = np.array([now.get(a.id, wider.groups + 1) - 1 for a in wider.applicants])
    row = wider.rows[aside.applicant.id]
    way = _one_for_one if wider.n > RECOMPOSED else _composed_again
    gone = way(proposal, wider, seats, row)
    return None if gone is None else Call(aside.applicant, tuple(wider.applicants[i] for i in gone))


def _composed_again(
    proposal: Proposal, wider: Round, seats: IntArray, row: int
) -> tuple[int, ...] | None:
    """Which rows lose their place to this one; None where it gets none.

    Every proposal of a round is held against the same composition with this person in it.
    """
    programme, who = proposal.programme, wider.applicants[row].id
    found = proposal.round.once(programme, f"{CALLS} {who}", lambda: _composed(programme, wider))
    if found is None or found.assignment[row] == found.outside:
        return None
    gone = (found.assignment == found.outside) & (seats < found.outside)
    return tuple(int(one) for one in np.flatnonzero(gone))


def _composed(programme: Programme, wider: Round) -> Grouping | None:
    """None where nothing is found."""
    if (asked := _asked(programme, wider)) is None:
        return None
    try:
        return engines.solve(asked.task, seed=wider.seed, effort=Effort.QUICK).grouping
    except (engines.InfeasibleError, engines.NothingFoundError):
        return None


def _one_for_one(
    proposal: Proposal, wider: Round, seats: IntArray, row: int
) -> tuple[int, ...] | None:
    """By the best exchange, where that makes a better composition."""
    if (asked := _asked(proposal.programme, wider)) is None:
        return None
    was = proposal.standing
    asked = asked.with_floor(was.floor if was is not None else None)
    grouping = with_cheapest_choices(asked.task.terms, seats, asked.task)
    found = Exchanges(asked.task, grouping).let_in(row, grouping.assignment.size)
    if found.decided is not Decided.ADMITTED or found.best is None:
        return None
    return () if found.best.leaves is None else (found.best.leaves,)


def _asked(programme: Programme, wider: Round) -> Asked | None:
    try:
        return ask(programme, wider)
    except (CohortsError, InvalidTaskError):
        return None  # with one person more the round cannot be: everybody must sit, and all is full


def _with(round_: Round, aside: SetAside) -> Round:
    """The round with one more person, who said yes, and their relations."""
    people = sorted((*round_.applicants, aside.applicant), key=lambda a: a.id)
    here = {a.id for a in people}
    theirs = (r for r in round_.relations_aside if {r.a, r.b} <= here)
    return replace(
        round_,
        applicants=tuple(people),
        relations=(*round_.relations, *theirs),
        set_aside=tuple(one for one in round_.set_aside if one is not aside),
    )
