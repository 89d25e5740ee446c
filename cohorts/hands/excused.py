"""Broken musts on a board, and their reasons."""

from __future__ import annotations

from dataclasses import replace

from cohorts.errors import InputError, Problem
from cohorts.hands.layout import Layout
from cohorts.people.applicant import ApplicantId
from cohorts.round.overrides import OpenBreach, Override


def with_reason(
    now: Layout, breach: str, person: str, reason: str, by: str
) -> tuple[Override, ...]:
    """The overrides with one more, for everybody who is in that breach with ``person``.

    Raises InputError where there is no such breach, or the reason is empty.
    """
    if not reason.strip():
        raise InputError(Problem("board.no_reason", breach, {"person": person}))
    found = [
        finding
        for finding in now.standing.breaches
        if finding.rule == breach and (not finding.people or person in finding.people)
    ]
    if not found:
        raise InputError(Problem("board.no_breach", breach, {"person": person}))
    excused = {(o.breach, o.person): o for o in now.overrides}
    for finding in found:
        for one in finding.people or (ApplicantId(""),):
            excused[breach, one] = Override(breach, one, reason.strip(), by.strip())
    return tuple(excused.values())


def open_breaches(now: Layout) -> tuple[OpenBreach, ...]:
    """Broken musts for which somebody has no override."""
    excused = {(o.breach, o.person) for o in now.overrides}
    left = []
    for finding in now.standing.breaches:
        people = finding.people or (ApplicantId(""),)
        without = tuple(p for p in people if (finding.rule, p) not in excused)
        if without:
            left.append(replace(finding, people=tuple(p for p in without if p)))
    return tuple(left)


def needed(now: Layout) -> tuple[Override, ...]:
    """The overrides of breaches that are there."""
    broken = {(f.rule, p) for f in now.standing.breaches for p in f.people or (ApplicantId(""),)}
    return tuple(o for o in now.overrides if (o.breach, o.person) in broken)
