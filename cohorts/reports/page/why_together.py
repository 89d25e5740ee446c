"""Why the members of a group sit together: what is true of them, and what did decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cohorts.round.finding import GroupFinding
from cohorts.rules.rule import Rule
from cohorts.words import Language, say

A_REASON = 0.55
"""From this quality on a wish is met well enough to be a reason by itself."""
MOST = 2
Found = Sequence[tuple[Rule, GroupFinding]]


def why_together(found: Found, language: Language) -> str:
    """The weightiest wishes that are met well; else by what they have a place; else what fits best.

    ``found``: the rules of this group.
    """
    reasons = [(rule, group) for rule, group in found if group.verdict in rule.JOINS]
    held = [(rule, group) for rule, group in reasons if not group.broken]
    good = [(rule, group) for rule, group in held if group.quality >= A_REASON]
    good.sort(key=lambda pair: -pair[0].weight * pair[1].quality)
    decided = [(rule, group) for rule, group in found if group.verdict in rule.DECIDES]
    for chosen in (_said_once(good)[:MOST], decided, _best(held)):
        if chosen:
            return " ".join(rule.sentence(group, language) for rule, group in chosen)
    return say("report.why_as_a_whole", language)


def _said_once(found: Iterable[tuple[Rule, GroupFinding]]) -> list[tuple[Rule, GroupFinding]]:
    """Without those that tell what another told: that they share this theme."""
    told: set[str] = set()
    kept = []
    for rule, group in found:
        what = str(group.facts.get(rule.TELLS) or "").casefold()
        if not what or what not in told:
            kept.append((rule, group))
        told.add(what)
    return kept


def _best(held: Found) -> list[tuple[Rule, GroupFinding]]:
    return sorted(held, key=lambda pair: -pair[1].quality)[:1]
