"""Nobody can be paired like that: a smallest set of what was forbidden and pinned, by deletion.

Every verdict is a pairing of its own: what is named here does clash, and without any one part of it
the rest does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from solver.pairing.asked_links import Asked, Link


@dataclass(frozen=True)
class Clash:
    """Why there is no pairing.

    ``forbidden`` and ``pinned``: links that clash, ascending; what is forbidden in both directions
    is named once, i < j. Neither: already the number of rows, guides or places admits none.
    ``rows``: whom it is about, ascending. ``minimal``: without any one of the links the rest can be
    met (False: a verdict took too long).
    """

    forbidden: tuple[Link, ...]
    pinned: tuple[Link, ...]
    rows: tuple[int, ...]
    minimal: bool


class UnpairableError(Exception):
    """No pairing meets what is asked, and ``clash`` says why."""

    def __init__(self, clash: Clash) -> None:
        super().__init__(str(clash))
        self.clash = clash


@dataclass(frozen=True)
class Piece:
    """One thing that was asked: a link that is pinned, or else one that is forbidden."""

    link: Link
    pinned: bool


Verdict = Callable[[Sequence[Piece]], bool | None]
"""Whether these alone clash; None: that took too long."""


def clash_of(asked: Asked, fits: Callable[[Asked], bool | None]) -> Clash:
    """What clashes in ``asked``, which has no answer; ``fits``: whether another one has."""

    def clashes(pieces: Sequence[Piece]) -> bool | None:
        answer = fits(only(asked, pieces))
        return None if answer is None else not answer

    kept, minimal = smallest(pieces_of(asked), clashes)
    rows = touching([piece.link for piece in kept]) or tuple(range(asked.m))
    return Clash(*sides(kept), rows, minimal)


def pieces_of(asked: Asked) -> list[Piece]:
    """All that was pinned and forbidden; the latter once where it is so in both directions."""
    links = asked.links
    forbidden = [
        (i, j)
        for i, j in np.argwhere(~links).tolist()
        if i < j or (i > j and links[j, i])  # the other way round it was named already
    ]
    return [Piece(pin, pinned=True) for pin in dict.fromkeys(asked.pinned)] + [
        Piece(link, pinned=False) for link in forbidden
    ]


def only(asked: Asked, pieces: Sequence[Piece]) -> Asked:
    """The same rows with nothing asked but these, at no cost."""
    allowed = np.ones_like(asked.links)
    for i, j in (piece.link for piece in pieces if not piece.pinned):
        allowed[i, j] = False
        allowed[j, i] = asked.links[j, i]
    pinned = tuple(piece.link for piece in pieces if piece.pinned)
    return replace(asked, costs=np.zeros_like(asked.costs), allowed=allowed, pinned=pinned)


def smallest(pieces: Sequence[Piece], clashes: Verdict) -> tuple[tuple[Piece, ...], bool]:
    """A part of them that clashes while no smaller part of it does; and whether that is proven."""
    known: dict[tuple[Piece, ...], bool | None] = {}

    def verdict(some: Sequence[Piece]) -> bool | None:
        key = tuple(some)
        if key not in known:
            known[key] = clashes(key)
        return known[key]

    kept = _most_common_last(pieces)
    step = len(kept)
    while step >= 1:
        kept = _without_runs(kept, step, verdict)
        step //= 2
    needed = [verdict([p for p in kept if p is not piece]) is False for piece in kept]
    return tuple(kept), all(needed) and verdict(kept) is True


def sides(pieces: Sequence[Piece]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links forbidden, and those pinned; ascending."""
    forbidden = sorted(piece.link for piece in pieces if not piece.pinned)
    return tuple(forbidden), tuple(sorted(piece.link for piece in pieces if piece.pinned))


def touching(links: Sequence[Link]) -> tuple[int, ...]:
    """Few rows that together have part in every link: again and again the one with the most."""
    left, found = list(links), []
    while left:
        often = Counter(row for link in left for row in link)
        found.append(min(often, key=lambda row: (-often[row], row)))
        left = [link for link in left if found[-1] not in link]
    return tuple(sorted(found))


def _without_runs(kept: list[Piece], size: int, clashes: Verdict) -> list[Piece]:
    """Drops every run of ``size`` pieces without which the rest still clashes."""
    at = 0
    while at < len(kept):
        rest = kept[:at] + kept[at + size :]
        if clashes(rest):
            kept = rest
        else:
            at += size
    return kept


def _most_common_last(pieces: Sequence[Piece]) -> list[Piece]:
    """Those of the rows with most of them at the end: a cause lies there, the rest goes at once."""
    often = Counter(row for piece in pieces for row in piece.link)
    return sorted(pieces, key=lambda piece: max(often[row] for row in piece.link))
