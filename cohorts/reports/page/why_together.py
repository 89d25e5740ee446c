"""Why the members of a group sit together: what is true of them, and what did decide."""

from __future__ import annotations

from collections.abc import Sequence

from cohorts.round.finding import GroupFinding
from cohorts.rules.rule import Rule
from cohorts.words import Language, say

A_REASON = 0.55
"""From this quality on a wish is met well enough to be a reason by itself."""
MOST = 2
Found = Sequence[tuple[Rule, GroupFinding]]
Told = list[tuple[Rule, GroupFinding]]


def why_together(found: Found, language: Language) -> str:
    """Each of the reasons as a sentence. ``found``: the rules of this group."""
    chosen = reasons(found)
    if not chosen:
        return say("report.why_as_a_whole", language)
    return " ".join(rule.sentence(group, language) for rule, group in chosen)


def reasons(found: Found) -> Told:
    """The weightiest wishes that are met well; else by what they have a place; else what fits best.

    ``found``: the rules of this group. Nothing where only all of them together decided.
    """
    joining = [(rule, group) for rule, group in found if group.verdict in rule.JOINS]
    held = [(rule, group) for rule, group in joining if not group.broken]
    good = [(rule, group) for rule, group in held if group.quality >= A_REASON]
    good.sort(key=lambda pair: -pair[0].weight * pair[1].quality)
    decided = [(rule, group) for rule, group in found if group.verdict in rule.DECIDES]
    return not_said_by((), good)[:MOST] or decided or _best(held)


def not_said_by(before: Found, found: Found) -> Told:
    """Without those that tell what another told: that they share this theme.

    ``before``: what is told in any case, and first.
    """
    told = {_told(rule, group) for rule, group in before}
    kept = []
    for rule, group in found:
        what = _told(rule, group)
        if not what or what not in told:
            kept.append((rule, group))
        told.add(what)
    return kept


def _told(rule: Rule, group: GroupFinding) -> str:
    return str(group.facts.get(rule.TELLS) or "").casefold()


def _best(held: Found) -> Told:
    return sorted(held, key=lambda pair: -pair[1].quality)[:1]
