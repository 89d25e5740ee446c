"""Ballot papers in piles, one for each candidate, with what each paper is still worth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

UNIT = 100_000
"""A whole vote: the Order counts to five decimals, so all figures here are whole."""
Tiers: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Paper:
    """What stands on papers, first places first. One of each: then which it is says what it is."""

    tiers: Tiers


Pile: TypeAlias = Counter[tuple[Paper, int]]
"""(order, value in units) → how many papers."""


def piled(cast: Iterable[tuple[Tiers, int]]) -> Pile:
    """All papers at a whole vote each, in one pile; ``cast``: orders, and how many gave each."""
    orders: dict[Tiers, Paper] = {}
    papers: Pile = Counter()
    for tiers, times in cast:
        papers[orders.setdefault(tiers, Paper(tiers)), UNIT] += times
    return papers


def dealt(papers: Mapping[tuple[Paper, int], int], open_: Collection[str]) -> dict[str, Pile]:
    """Each paper to its next preference among who is ``open_``; where there is none, to nobody.

    A paper on which several stand equal there is cut in as many parts, and each part goes on as a
    paper that placed its own first: the mean of all orders that the voter can have meant. A
    remainder of the cut beyond five decimals is ignored, as all others are.
    """
    found: dict[str, Pile] = defaultdict(Counter)
    for (order, value), count in papers.items():
        next_ = next((among for t in order.tiers if (among := [c for c in t if c in open_])), [])
        for candidate in next_:
            if part := value // len(next_):
                found[candidate][order, part] += count
    return found


def worth(pile: Mapping[tuple[Paper, int], int]) -> int:
    """All its papers together, in units."""
    return sum(value * count for (_, value), count in pile.items())


def at_transfer_value(pile: Pile, surplus: int) -> Pile:
    """The pile as it is passed on: surplus x value / votes, to five decimals, the rest ignored."""
    total, found = worth(pile), Counter[tuple[Paper, int]]()
    for (order, value), count in pile.items():
        found[order, surplus * value // total] += count
    return found
