"""Groups on a board that are too small or too large, and whether the number of places is right."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.hands.change import SizeBreach
from cohorts.hands.layout import Layout


def sizes_off(now: Layout) -> Iterator[SizeBreach]:
    """Each group outside its bounds; a closed one is not where groups may stay closed."""
    task = now.standing.asked.task
    for group, size in enumerate(now.standing.grouping.sizes().tolist()):
        low, high = int(task.low[group]), int(task.high[group])
        if not low <= size <= high and not (size == 0 and task.may_close):
            yield SizeBreach(group + 1, size, low, high)


def places_off(now: Layout) -> int:
    """How many people too few or too many have a place; whoever stopped needs none."""
    places = now.standing.asked.task.places
    placed, gone = int(now.standing.grouping.sizes().sum()), len(now.stopped)
    return max(min(places.low, now.standing.round.n - gone) - placed, placed - places.high, 0)
