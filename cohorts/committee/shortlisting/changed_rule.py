"""A rule that is met otherwise in one composition than in another, by what it finds in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.hands.standing import Standing
from cohorts.outlook.alternatives.beside import SEEN, beside
from cohorts.round.finding import GroupFinding


@dataclass(frozen=True)
class ChangedRule:
    """``points`` fewer: better. ``found``: (number of the group in the first, before, after)."""

    rule: str
    points: float
    found: tuple[tuple[int, GroupFinding, GroupFinding], ...]

    @property
    def seen(self) -> bool:
        """Whether any group meets it visibly better or less well, whatever the sum."""
        return any(abs(a.quality - b.quality) >= SEEN for _, b, a in self.found)

    @property
    def better(self) -> bool:
        """Whether it is met better; by the groups where the sum is the same."""
        if self.points:
            return self.points < 0
        return sum(after.quality - before.quality for _, before, after in self.found) > 0


def changed_rules(first: Proposal, other: Proposal) -> tuple[ChangedRule, ...]:
    """What changed most first; of each rule what it finds in every group and in its match."""
    here = [Standing.of_proposal(one) for one in (first, other)]
    answer = beside(here[:1], here[1], first, other, 2)
    matches = answer.diff.matches if answer.diff is not None else {}
    found = [
        ChangedRule(step.rule, step.points, tuple(_found(first, other, step.rule, matches)))
        for step in answer.rules
    ]
    return tuple(sorted(found, key=lambda one: (-abs(one.points), one.rule)))


def _found(
    first: Proposal, other: Proposal, rule: str, matches: Mapping[int, int]
) -> Iterator[tuple[int, GroupFinding, GroupFinding]]:
    was, now = ({g.group: g for g in one.finding(rule).groups} for one in (first, other))
    for after, before in sorted(matches.items(), key=lambda pair: pair[1]):
        if before in was and after in now:
            yield before, was[before], now[after]
