"""A proposal beside the first of those it stands among: worked out once for both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from cohorts.composing.proposal import Proposal
from cohorts.hands.standing import Standing
from cohorts.outlook.alternatives import Answer
from cohorts.outlook.alternatives.beside import beside
from cohorts.outlook.prices.seatings import seating
from cohorts.round.diff import diff
from cohorts.round.finding import GroupFinding

SECOND = 2


@lru_cache(maxsize=64)
def beside_first(first: Proposal, other: Proposal) -> Answer:
    """Who sits elsewhere; and which rules do better or less well, where the same are in force."""
    one, here = _standing(first), _standing(other)
    rules = [[measured.rule.key for measured in each.measured] for each in (one, here)]
    if rules[0] == rules[1] and first.round.rows == other.round.rows:
        return beside([one], here, first, other, SECOND)
    return Answer(SECOND, other, diff=diff(seating(first), seating(other)))


@lru_cache(maxsize=32)
def findings_of(proposal: Proposal) -> Mapping[str, Mapping[int, GroupFinding]]:
    """Rule → group → what it finds there."""
    return {one.rule.key: one.by_group for one in _standing(proposal).measured}


@lru_cache(maxsize=32)
def _standing(proposal: Proposal) -> Standing:
    return Standing.of_proposal(proposal)
