"""Which proposals of a round are the points of one curve of standing against fit."""

from __future__ import annotations

from collections.abc import Sequence

from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.rounds.proposing.keep import Made


def curve_heads(heads: Sequence[ProposalHead]) -> tuple[ProposalHead, ...]:
    """Of the newest curve: what was chosen first, then the others; empty: there is none.

    ``heads``: of a round, the newest last.
    """
    points = [head for head in heads if head.made is Made.POINT]
    chosen = next((head for head in reversed(points) if head.before is None), None)
    if chosen is None:
        return ()
    return (chosen, *(head for head in points if head.before == chosen.key))
