"""Why somebody has no group: what really decided, computed from the data."""

from __future__ import annotations

from cohorts.composing.demands import Asked
from cohorts.composing.hindrances.blocked import none_open
from cohorts.composing.hindrances.deciding import Deciding
from cohorts.composing.hindrances.spoken import Spoken
from cohorts.composing.proposal import NotPlaced
from cohorts.round.round import Round
from solver.grouping import Grouping


def hindrances(
    asked: Asked, round_: Round, grouping: Grouping, *, by_hand: bool = False
) -> tuple[NotPlaced, ...]:
    """Everybody who is not placed, each with the causes, by id.

    Where somebody moved people ``by_hand`` nothing is composed again: it would tell of another
    composition.
    """
    rows = [int(row) for row in grouping.members(grouping.outside)]
    if len(rows) == round_.n:
        why = tuple(none_open(asked, round_))
        return tuple(NotPlaced(a, why) for a in round_.applicants)
    deciding = Deciding(asked.task, grouping, seed=round_.seed, by_hand=by_hand)
    spoken = Spoken(asked, round_, deciding)
    return tuple(NotPlaced(round_.applicants[row], spoken.hindrances(row)) for row in rows)
