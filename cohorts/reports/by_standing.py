"""How standing and fit went together, and what a margin cost, in words."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal, Reached
from cohorts.programme.programme import GroupPlan
from cohorts.round.merit import Standing
from cohorts.words import Language, say
from cohorts.words.phrase import exactly


def asked_of_standing(plan: GroupPlan, language: Language) -> str:
    """What a programme asks: standing first, within a margin, or weighed."""
    key = f"standing_{plan.standing}"
    if plan.standing is Standing.FIRST and plan.margin:
        key = "standing_margin"
    return say(f"programme.{key}", language, margin=exactly(plan.margin, language))


def standing_said(proposal: Proposal, language: Language) -> str:
    """What was asked and what it came to; empty where standing had nothing to decide.

    Of votes not as a number, for two would tell what somebody got who is in one of them.
    """
    reached = proposal.standing
    if reached is None or not proposal.not_placed or not proposal.composition.groups:
        return ""
    said = [asked_of_standing(proposal.asked_by.groups, language)]
    if reached.floor is not None:
        round_ = proposal.round
        sums = not round_.of_votes
        said.append(_cost(reached, reached.floor, round_.point, language, sums=sums))
    if reached.proven is False:
        moved = "_by_hand" if proposal.by_hand else ""
        said.append(say(f"outcome.standing_not_proven{moved}", language))
    return " ".join(said)


def _cost(reached: Reached, floor: int, point: int, language: Language, *, sums: bool) -> str:
    """How far the sum is below that of the best by standing alone, in points of merit.csv.

    Where standing is compared one by one, other people may well have a higher sum.
    """
    best = (floor + reached.margin) / point
    points = reached.merit / point
    key = "standing_cost" if points < best else "standing_cost_nothing"
    if not sums:
        return say(f"outcome.{key}_untold", language)
    said = {"cost": best - points, "points": points, "best": best}
    return say(f"outcome.{key}", language, **{k: exactly(v, language) for k, v in said.items()})
