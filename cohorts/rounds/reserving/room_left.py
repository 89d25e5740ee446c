"""How many places are free in each group, beside those that were promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from cohorts.round.round import Round


def room_left(
    now: Round, sizes: Mapping[int, int], promised: Iterable[int] = ()
) -> Mapping[int, int]:
    """Group → how many more it may have; empty where no place of the round is free.

    ``sizes``: how many of each group are still there; ``promised``: the group of each for whom a
    place is kept.
    """
    kept = Counter(promised)
    wanted = now.places.number
    if wanted is not None and sum(sizes.values()) + kept.total() >= wanted:
        return {}
    room = {number: now.largest - size - kept[number] for number, size in sizes.items()}
    return {number: more for number, more in room.items() if more > 0}
