"""Breaches that somebody accepted stay accepted: what a repair need not mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.round.overrides import Override
from cohorts.round.repaired import Seats
from cohorts.round.round import Round
from solver.task import Task
from solver.terms import Term


def let_go(task: Task, overrides: Iterable[Override], before: Seats, round_: Round) -> Task:
    """The task without each demand that is only about people who have its override.

    And who sat in one group: nobody accepted that they would be brought together elsewhere. A
    demand about others too holds as it did; then the override falls away.
    """
    excused: dict[str, set[int]] = {}
    for one in overrides:
        if one.person in round_.rows:
            excused.setdefault(one.breach, set()).add(round_.rows[one.person])
    if not excused:
        return task
    seats = [before.get(a.id) for a in round_.applicants]
    return replace(task, terms=tuple(_without(task.terms, excused, seats)))


def _without(
    terms: Iterable[Term], excused: Mapping[str, set[int]], seats: list[int | None]
) -> Iterator[Term]:
    for term in terms:
        rows = excused.get(term.owner)
        if not rows or not term.is_hard:
            yield term
            continue
        about = {p: [int(row) for row in term.people(p)] for p in range(term.pieces)}
        left = [
            p
            for p, of in about.items()
            if not of or not rows.issuperset(of) or len({seats[row] for row in of}) > 1
        ]
        if len(left) == term.pieces:
            yield term
        elif left:
            yield term.keep(left)


def still_needed(overrides: Iterable[Override], made: Proposal) -> tuple[Override, ...]:
    """Those of breaches that are there."""
    broken = {
        (finding.rule, person)
        for finding in made.findings
        for one in finding.broken
        for person in one.people or (ApplicantId(""),)
    }
    return tuple(one for one in overrides if (one.breach, one.person) in broken)
