"""Who in a group asks for something that another offers, judged by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.people.applicant import Applicant
from cohorts.people.likeness import cosines
from cohorts.reports.unpaired import Pairs, together

LIKE = 0.1
"""Likeness below which two texts share no more than pieces of words."""
MOST = 4


@dataclass(frozen=True)
class Match:
    """``asks`` names the ``theme``; ``offers`` wrote something that is about it."""

    asks: Applicant
    theme: str
    offers: Applicant


def matches(members: Sequence[Applicant], apart: Pairs = frozenset()) -> list[Match]:
    """The likest first; nobody asks twice or offers twice, nor one of a pair the other.

    Compared are each theme by itself and what another offers and does, within the group alone.
    """
    asked = [(a, theme) for a in members for theme in a.themes]
    offered = [a for a in members if a.offer]
    texts = [theme for _, theme in asked]
    texts += [" ".join(filter(None, (a.offer, a.activity))) for a in offered]
    likeness = cosines(tuple(texts)) if asked and offered else None
    if likeness is None:
        return []
    found = [
        (-float(likeness[i, len(asked) + j]), a.id, b.id, Match(a, theme, b))
        for i, (a, theme) in enumerate(asked)
        for j, b in enumerate(offered)
        if a.id != b.id and together(a.id, b.id, apart) and likeness[i, len(asked) + j] >= LIKE
    ]
    return _each_once([match for *_, match in sorted(found, key=lambda f: f[:3])])


def _each_once(found: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in found:
        if all(k.asks.id != match.asks.id and k.offers.id != match.offers.id for k in kept):
            kept.append(match)
    return kept[:MOST]
