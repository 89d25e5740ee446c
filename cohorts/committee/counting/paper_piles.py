"""Ballot papers in piles, one for each candidate, with what each paper is still worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TypeAlias

UNIT = 100_000
"""A whole vote: the Order counts to five decimals, so all figures here are whole."""
Tiers: TypeAlias = tuple[tuple[str, ...], ...]
Pile: TypeAlias = Counter[tuple[Tiers, int]]
"""(order, value in units) → how many papers."""


def dealt(papers: Mapping[tuple[Tiers, int], int], open_: Collection[str]) -> dict[str, Pile]:
    """Each paper to its next preference among who is ``open_``; where there is none, to nobody.

    A paper on which several stand equal there is cut in as many parts, and each part goes on as a
    paper that placed its own first: the mean of all orders that the voter can have meant. A
    remainder of the cut beyond five decimals is ignored, as all others are.
    """
    found: dict[str, Pile] = {}
    for (tiers, value), count in papers.items():
        next_ = next((among for t in tiers if (among := [c for c in t if c in open_])), [])
        for candidate in next_:
            if part := value // len(next_):
                found.setdefault(candidate, Counter())[tiers, part] += count
    return found


def worth(pile: Mapping[tuple[Tiers, int], int]) -> int:
    """All its papers together, in units."""
    return sum(value * count for (_, value), count in pile.items())


def at_transfer_value(pile: Pile, surplus: int) -> Pile:
    """The pile as it is passed on: surplus x value / votes, to five decimals, the rest ignored."""
    total, found = worth(pile), Counter[tuple[Tiers, int]]()
    for (tiers, value), count in pile.items():
        found[tiers, surplus * value // total] += count
    return found
