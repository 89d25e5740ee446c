"""Composes a round in several ways that really differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from threading import Event
from typing import Unpack

from cohorts.composing import engines
from cohorts.composing.compose import Progress, assemble, demands_of, sought
from cohorts.composing.inputs import Given
from cohorts.composing.numbering import numbered
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Against, Proposal
from cohorts.hands.standing import Standing
from cohorts.outlook.alternatives.answer import Answer, Answers
from cohorts.outlook.alternatives.beside import beside
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from solver.grouping import Grouping
from solver.solution import Effort, Solution

MOST = 9
"""More answers than this nobody lays beside each other."""
DIFFER, WITHIN = Fraction(1, 4), Fraction(3, 100)


def alternatives(
    applicants: Sequence[Applicant],
    programme: Programme,
    *,
    count: int = 3,
    differ: Fraction = DIFFER,
    within: Fraction = WITHIN,
    effort: Effort | str = Effort.NORMAL,
    progress: Progress | None = None,
    stop: Event | None = None,
    first_found: Callable[[Proposal], None] | None = None,
    **given: Unpack[Given],
) -> Answers:
    """Up to ``count`` answers; the first is the best found, nearly always what composing gives.

    Each differs from those before it in at least ``differ`` of the pairs that share a group, places
    as many people, and costs at most ``within`` more than the first. ``first_found`` is given the
    first as soon as it is there, before the others are looked for. Raises what
    :func:`cohorts.composing.compose.compose` raises.
    """
    effort = Effort(effort)
    round_ = prepare(applicants, programme, **given)
    asked, notices = demands_of(programme, round_)
    first = sought(asked, round_, effort=effort, progress=progress, stop=stop)

    def assembled(
        solution: Solution, answer: int | None, known: Mapping[str, Against] | None
    ) -> Proposal:
        stated = _stated(solution, numbered(solution.grouping, asked.task), answer)
        return assemble(
            stated, asked, programme, round_, notices, effort=effort, answer=answer, known=known
        )

    if first_found is not None:
        first_found(assembled(first, None, None))
    found = engines.alternatives(
        asked.task,
        count=count,
        differ=differ,
        loss=within,
        seed=round_.seed,
        effort=effort,
        first=first,
        progress=progress,
        stop=stop,
    )
    proposals: list[Proposal] = []
    for number, solution in enumerate(found.found, 1):
        known = proposals[0].random if proposals else None
        proposals.append(assembled(solution, None if number == 1 else number, known))
    standings = [Standing.of_proposal(proposal) for proposal in proposals]
    answers = [Answer(1, proposals[0])]
    answers += [
        beside(standings[:at], standings[at], proposals[0], proposals[at], at + 1)
        for at in range(1, len(proposals))
    ]
    return Answers(tuple(answers), found.complete, count, differ, within)


def _stated(solution: Solution, grouping: Grouping, answer: int | None) -> Solution:
    """The answer, numbered.

    How the points of another than the first fell tells of answers that had to differ, so that
    nobody is told it.
    """
    if answer is None:
        return replace(solution, grouping=grouping)
    story = replace(solution.story, incumbents=(), by_work=())
    return replace(solution, grouping=grouping, story=story)
