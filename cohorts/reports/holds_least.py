"""Which finding is the weakest: of what does not hold, and never of what does."""

from __future__ import annotations

from collections.abc import Iterable

from cohorts.composing.proposal import Proposal
from cohorts.round.finding import ABSENT, GroupFinding
from cohorts.rules.rule import Rule

WELL = 0.8
"""From this quality on a wish holds."""
NOTHING_FOUND = ("unknown", ABSENT)


def weakest(proposal: Proposal, numbers: Iterable[int]) -> tuple[Rule, GroupFinding] | None:
    """The rule and the finding met worst in these groups; None where everything holds."""
    asked = frozenset(numbers)
    found = [
        (group.quality, group.group, finding.rule, rule, group)
        for finding in proposal.findings
        for rule in (proposal.programme.rule(finding.rule),)
        for group in finding.groups
        if group.group in asked and not holds(rule, group)
    ]
    if not found:
        return None
    *_, rule, group = min(found, key=lambda one: one[:3])
    return rule, group


def holds(rule: Rule, group: GroupFinding) -> bool:
    """Whether there is nothing to regret: a must that is met, a wish that is met well.

    Nor is there where a rule found nothing to judge, or has something to say that all share. What
    is told in any case is regretted.
    """
    if group.broken or group.verdict in rule.ALWAYS_TOLD:
        return False
    judged = rule.OF_HOW_ALIKE and not rule.is_must and group.verdict not in NOTHING_FOUND
    return not judged or group.quality >= WELL or group.verdict in rule.OF_ALL
