"""Guides: everybody who is no guide gets one, and no guide gets more than so many."""

from __future__ import annotations

import numpy as np

from solver.errors import InvalidTaskError
from solver.pairing.asked_links import Asked, Link
from solver.pairing.assignment import assign, clash_of
from solver.pairing.check_pairing import check_guide
from solver.pairing.paired import Paired
from solver.pairing.servers import Servers
from solver.pairing.unpairable import Clash, UnpairableError
from solver.quantise import BoolArray


def guide(asked: Asked, *, guides: BoolArray, most: int) -> Paired:
    """The cheapest guides; a link or pin (i, j): i guides j. A guide without guided is ``out``.

    ``guides`` (m,): who is one; ``most``: of how many at most. Ties: the first row that is guided
    has an early guide, then the second, and so on.

    Raises InvalidTaskError ``shape``, ``bounds`` (``most`` below 1); UnpairableError where not
    everybody can have a guide, with the fewest rows that cannot.
    """
    if guides.shape != (asked.m,):
        raise InvalidTaskError("shape", guides=guides.shape)
    if most < 1:
        raise InvalidTaskError("bounds", most=most)
    first, second = np.flatnonzero(guides), np.flatnonzero(~guides.astype(np.bool_))
    servers = _servers(asked, first.tolist(), second.tolist(), most)
    wrong = next((pin for pin in asked.pinned if not guides[pin[0]] or guides[pin[1]]), None)
    if wrong and second.size <= most * first.size:
        raise UnpairableError(Clash((), (wrong,), tuple(sorted(wrong)), minimal=True))
    chosen = assign(servers, even=False)
    if chosen is None:
        raise UnpairableError(_in_rows(clash_of(servers), first.tolist(), second.tolist()))
    links = tuple(sorted(zip(first[chosen].tolist(), second.tolist(), strict=True)))
    linked = {row for link in links for row in link}
    out = tuple(row for row in range(asked.m) if row not in linked)
    paired = Paired(links, asked.of(links), out)
    check_guide(asked, paired, guides, most)
    return paired


def _servers(asked: Asked, first: list[int], second: list[int], most: int) -> Servers:
    """The guides as servers of the others."""
    across = np.ix_(first, second)
    return Servers(
        costs=asked.costs[across].T,
        allowed=asked.links[across].T,
        capacity=np.full(len(first), most, dtype=np.int64),
        pinned=tuple(
            (second.index(j), first.index(i)) for i, j in asked.pinned if i in first and j in second
        ),
    )


def _in_rows(clash: Clash, first: list[int], second: list[int]) -> Clash:
    """The clash of servers as one of links: (guide, guided)."""

    def turned(links: tuple[Link, ...]) -> tuple[Link, ...]:
        return tuple(sorted((first[server], second[row]) for row, server in links))

    rows = tuple(second[row] for row in clash.rows)
    return Clash(turned(clash.forbidden), turned(clash.pinned), rows, clash.minimal)
