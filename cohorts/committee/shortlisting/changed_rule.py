"""A rule that is met otherwise in one composition than in another, by what it finds in both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.hands.standing import Standing
from cohorts.outlook.alternatives.beside import beside
from cohorts.round.finding import GroupFinding


@dataclass(frozen=True)
class ChangedRule:
    """``points`` fewer: better. ``found``: (number of the group in the first, before, after)."""

    rule: str
    points: float
    found: tuple[tuple[int, GroupFinding, GroupFinding], ...]

    @property
    def better(self) -> bool:
        """Whether it is met better; by the groups where the sum is the same."""
        if self.points:
            return self.points < 0
        return sum(after.quality - before.quality for _, before, after in self.found) > 0


def changed_rules(first: Proposal, other: Proposal) -> tuple[ChangedRule, ...]:
    """What changed most first; a rule that says the same everywhere is left out."""
    here = [Standing.of_proposal(one) for one in (first, other)]
    answer = beside(here[:1], here[1], first, other, 2)
    found = [
        ChangedRule(step.rule, step.points, tuple(_found(first, step.rule, step.said)))
        for step in answer.rules
    ]
    told = [one for one in found if one.found]
    return tuple(sorted(told, key=lambda one: (-abs(one.points), one.rule)))


def _found(
    first: Proposal, rule: str, said: tuple[tuple[int, GroupFinding], ...]
) -> Iterator[tuple[int, GroupFinding, GroupFinding]]:
    before = {group.group: group for group in first.finding(rule).groups}
    for number, after in said:
        yield number, before[number], after
