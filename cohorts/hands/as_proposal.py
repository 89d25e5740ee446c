"""What stands on a board as a proposal: recomputed, checked and explained like a composed one."""

from __future__ import annotations

from dataclasses import replace

from cohorts.composing.compose import assemble, stated
from cohorts.composing.proposal import Proposal
from cohorts.hands.excused import needed
from cohorts.hands.layout import Layout


def as_proposal(begun: Proposal, first: Layout, now: Layout) -> Proposal:
    """The proposal of ``now``; ``begun`` itself where nothing differs from the ``first`` layout."""
    asked, grouping = now.standing.asked, now.standing.grouping
    same = (grouping.assignment == first.standing.grouping.assignment).all()
    if same and now.overrides == first.overrides:
        return begun
    floor = begun.standing.floor if begun.standing else None
    proven = _still_proven(begun, now)
    said = stated(grouping, asked, reproducible=False, floor=floor, proven=proven)
    # what it was made from is what it was begun with: without the rules that the round brings
    # along, and with those that dropped out
    made = assemble(
        said,
        asked,
        begun.asked_by,
        begun.round,
        begun.notices,
        effort=begun.effort,
        by_hand=True,
        known=begun.random,
    )
    return replace(made, overrides=needed(now), by_hand=True, repaired=begun.repaired)


def _still_proven(begun: Proposal, here: Layout) -> bool:
    """Whether nobody who stands higher could be placed, where that was proven of who was.

    It was for as many people in as many groups: whoever took a place since stands as high.
    """
    now, was = here.standing.score, begun.score
    same = (now.not_placed, now.groups_off, now.standing)
    proven = begun.standing is not None and bool(begun.standing.proven)
    return proven and same == (was.not_placed, was.groups_off, was.standing)
