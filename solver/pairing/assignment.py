"""Everybody one server, and no server above its capacity, at the least cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from solver.pairing.asked_links import MOST_COST
from solver.pairing.flow import Network, cheapest_flow
from solver.pairing.servers import Servers
from solver.pairing.unpairable import Clash, Piece, sides, smallest
from solver.quantise import BoolArray, IntArray


def assign(servers: Servers, *, even: bool) -> IntArray | None:
    """(m,) the server of each row, at the least cost; None: not everybody can have one.

    ``even``: first the least sum of squared loads. Ties: row 0 has an early server, then row 1.
    """
    places = _Places(servers, even=even)
    flow = cheapest_flow(places.network, places.levels())
    if flow is None:
        return None
    chosen = flow[places.first :] > 0
    server_of = np.empty(servers.rows, dtype=np.int64)
    server_of[places.row[chosen]] = places.server[chosen]
    return server_of


def clash_of(servers: Servers) -> Clash:
    """Fewest rows, and what is asked of them, that already cannot all have a server.

    Links are (row, server). Without any: there are too few places for all, whatever is asked.
    """

    def clashes(rows: Sequence[int], pieces: Sequence[Piece]) -> bool:
        return assign(_only(servers, rows, pieces), even=False) is None

    rows = list(range(servers.rows))
    if clashes(rows, ()):
        return Clash((), (), tuple(rows), minimal=True)
    pieces = _pieces(servers)
    for row in list(rows):
        rest = [other for other in rows if other != row]
        rows = rest if clashes(rest, pieces) else rows
    about = [piece for piece in pieces if piece.link[0] in rows]
    kept, minimal = smallest(about, lambda some: clashes(rows, some))
    return Clash(*sides(kept), tuple(rows), minimal)


def _only(servers: Servers, rows: Sequence[int], pieces: Sequence[Piece]) -> Servers:
    """These rows, numbered anew, with nothing asked but these pieces, at no cost."""
    at = {row: k for k, row in enumerate(rows)}
    allowed = np.ones((len(rows), servers.capacity.size), dtype=np.bool_)
    here = [replace(p, link=(at[p.link[0]], p.link[1])) for p in pieces if p.link[0] in at]
    for row, server in (piece.link for piece in here if not piece.pinned):
        allowed[row, server] = False
    pinned = tuple(piece.link for piece in here if piece.pinned)
    return Servers(np.zeros(allowed.shape, dtype=np.int64), allowed, servers.capacity, pinned)


def _links(servers: Servers) -> BoolArray:
    """(m, c) what is left of what is allowed beside the pins."""
    links = servers.allowed.astype(np.bool_)
    for row, server in servers.pinned:
        links[row] &= np.arange(servers.capacity.size) == server
    return links


def _pieces(servers: Servers) -> list[Piece]:
    pins = [Piece(pin, pinned=True) for pin in dict.fromkeys(servers.pinned)]
    forbidden = np.argwhere(~servers.allowed.astype(np.bool_)).tolist()
    return pins + [Piece((row, server), pinned=False) for row, server in forbidden]


class _Places:
    """The network: a source, to each server, to each of its rows.

    With ``even`` a server has an arc for each of its places, that costs 1, 3, 5, …: what k places
    cost is then k².
    """

    def __init__(self, servers: Servers, *, even: bool) -> None:
        self.servers, self.even = servers, even
        m, c = servers.costs.shape
        room = np.minimum(servers.capacity, m)
        self.row, self.server = np.nonzero(_links(servers))
        each = room if even else np.ones_like(room)
        into = np.repeat(np.arange(c), each)
        self.first = into.size
        self.squares = np.concatenate([np.arange(k) * 2 + 1 for k in each] or [room])
        ones = np.ones(self.row.size, dtype=np.int64)
        self.network = Network(
            tail=np.concatenate([np.zeros_like(into), 1 + self.server]),
            head=np.concatenate([1 + into, 1 + c + self.row]),
            capacity=np.concatenate([np.ones_like(into) if even else room, ones]),
            supply=np.concatenate([[m], np.zeros(c, dtype=np.int64), -np.ones(m, dtype=np.int64)]),
        )

    def levels(self) -> Iterator[IntArray]:
        """(arcs,) each: loads, costs, then what breaks ties, for as many rows at once as fit."""
        if self.even:
            yield np.concatenate([self.squares, np.zeros_like(self.row)])
        nought = np.zeros(self.first, dtype=np.int64)
        yield np.concatenate([nought, self.servers.costs[self.row, self.server]])
        m, c = self.servers.costs.shape
        at_once = 1
        while c ** (at_once + 1) <= MOST_COST and at_once < m:
            at_once += 1
        for begin in range(0, m, at_once):
            place = self.row - begin
            here = (place >= 0) & (place < at_once)
            digit = np.where(here, self.server, 0)
            yield np.concatenate([nought, digit * c ** np.where(here, at_once - 1 - place, 0)])
