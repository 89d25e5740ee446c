"""Who really stand equal: of whom only the lot settled who has a seat."""

from __future__ import annotations

from cohorts.committee.counting.elected import Elected


def real_ties(elected: Elected) -> tuple[tuple[str, ...], ...]:
    """All who stood equal each time that the lot settled who has a seat, each group once."""
    decisive = (drawn.among for drawn in elected.drawn if drawn.decisive)
    return tuple(dict.fromkeys(decisive))
