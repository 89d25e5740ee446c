"""What of a group is hidden from the start of a meeting, and the proposal without that."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from cohorts.composing.proposal import Proposal
from cohorts.record.hide import APART, Hidden, as_told, hide, untold, without_rules


class Covered(StrEnum):
    """MONEY: turnover and profit. WORRIES: what they ask help with. APART: who is kept from whom.

    AGES: when they were born. STANDING: where they stand in the order the organiser gave. PRICE:
    whether a move makes the whole better or worse.
    """

    MONEY = "money"
    WORRIES = "worries"
    AGES = "ages"
    APART = "apart"
    STANDING = "standing"
    PRICE = "price"


_HIDES = {
    Covered.MONEY: Hidden.TURNOVER,
    Covered.WORRIES: Hidden.WORRIES,
    Covered.AGES: Hidden.AGES,
    Covered.STANDING: Hidden.VOTES,
}


def for_room(proposal: Proposal, shown: Collection[Covered]) -> Proposal:
    """As somebody tells it who knows of what is covered only what was ``shown``."""
    told = as_told(proposal)
    gone = covered_rules(told, shown) - untold(told.programme.rules, _hidden(shown), told.round)
    return without_rules(hide(told, _hidden(shown)), gone)


def covered_rules(proposal: Proposal, shown: Collection[Covered]) -> set[str]:
    """The keys of rules that tell of what is not shown."""
    gone = untold(proposal.programme.rules, _hidden(shown), proposal.round)
    if Covered.APART not in shown:
        gone |= {rule.key for rule in proposal.programme.rules if APART in rule.HIDDEN_WITH}
    return gone


def _hidden(shown: Collection[Covered]) -> frozenset[Hidden]:
    return frozenset(hidden for one, hidden in _HIDES.items() if one not in shown)
