"""An answer beside the first one: who sits elsewhere, what it costs, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cohorts.composing import engines
from cohorts.composing.proposal import Proposal
from cohorts.hands.change import BEFORE_POINTS
from cohorts.hands.standing import Standing
from cohorts.outlook.alternatives.answer import Answer, RuleStep
from cohorts.outlook.prices.seatings import seating
from cohorts.round.diff import diff
from cohorts.round.finding import GroupFinding
from solver.pricing import POINT

SEEN = 0.05
"""A rule is met better or less well in a group from this share of the way from not met to ideal."""


def beside(
    before: Sequence[Standing], here: Standing, first: Proposal, proposal: Proposal, number: int
) -> Answer:
    """Answer ``number``; ``before``: those that it had to differ from, the first of them first."""
    difference = diff(seating(first), seating(proposal))
    one, other = before[0].score, here.score
    levels = (level for level in BEFORE_POINTS if getattr(one, level) != getattr(other, level))
    return Answer(
        number,
        proposal,
        differs=tuple(engines.difference(b.grouping, here.grouping) for b in before),
        diff=difference,
        points=(other.points - one.points) / POINT,
        level=next(levels, ""),
        rules=tuple(_steps(before[0], here, difference.matches)),
    )


def _steps(first: Standing, here: Standing, matches: Mapping[int, int]) -> Iterator[RuleStep]:
    """Each rule that costs another sum, or is met otherwise in a group than in its match."""
    for before, after in zip(first.measured, here.measured, strict=True):
        rule = after.rule.key
        points = (_points(here, rule) - _points(first, rule)) / POINT
        better: list[int] = []
        worse: list[int] = []
        said: list[tuple[int, GroupFinding]] = []
        for number, match in sorted((first, here) for here, first in matches.items()):
            was, now = before.by_group.get(number), after.by_group.get(match)
            if was is not None and now is not None and _differs(was, now):
                (better if now.quality > was.quality else worse).append(number)
                said.append((number, now))
        if points or better or worse:
            yield RuleStep(rule, points, tuple(better), tuple(worse), tuple(said))


def _differs(one: GroupFinding, other: GroupFinding) -> bool:
    return abs(one.quality - other.quality) >= SEEN


def _points(standing: Standing, rule: str) -> int:
    """What a rule costs over everything."""
    pairs = zip(standing.asked.task.terms, standing.charges, strict=True)
    return sum(int(charge.points.sum()) for term, charge in pairs if term.owner == rule)
