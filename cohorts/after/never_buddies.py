"""Who can be nobody's buddy, and why: rivals, what a must forbids, and what a coach rules out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from cohorts.after.buddy_fit import BuddyFit
from cohorts.composing.proposal import Proposal
from cohorts.people.relation import Pair
from cohorts.rules.named_rivals import all_rivals
from cohorts.rules.rule import Rule
from cohorts.words.texts import Texts

RIVAL, VETO, BY_RULE = "rival", "veto", "rule"
NAMED = "named"


@dataclass(frozen=True)
class Never:
    """``code``: RIVAL, NAMED (a form names the other as one), VETO or BY_RULE: title and key."""

    code: str
    rule: Texts | None = field(default=None, compare=False)
    key: str = ""


def never(proposal: Proposal, fit: BuddyFit, vetoes: Collection[Pair]) -> Mapping[Pair, Never]:
    """Every two who share a group and may not be buddies → the first reason there is.

    A rival is never a buddy, whatever the programme asks: not one of whom a row makes it a wish,
    nor one whom a form names and nobody answered for. What a must of the programme keeps out of one
    group, and sits there because somebody decided so by hand, is no pair either.
    """
    inside = {
        (a.id, b.id)
        for members in proposal.composition.groups.values()
        for a, b in combinations(members, 2)
    }
    found: dict[Pair, Never] = {}
    for pair, on_form in all_rivals(fit.round_).items():
        found[pair] = Never(NAMED if on_form else RIVAL)
    for pair in vetoes:
        found.setdefault(pair, Never(VETO))
    for rule in proposal.programme.rules:
        _add(found, rule, rule.musts_apart(fit.round_))
    for pair in sorted(inside):
        for rule in fit.broken(pair):
            _add(found, rule, [pair])
    return {pair: why for pair, why in sorted(found.items()) if pair in inside}


def _add(found: dict[Pair, Never], rule: Rule, pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        found.setdefault(pair, Never(BY_RULE, rule.titles, rule.key))
