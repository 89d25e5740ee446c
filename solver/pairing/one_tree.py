"""Which links can be in a ring that costs no more than so much: the bound of Held and Karp.

A 1-tree is a cheapest tree of all rows but row 0, and the two cheapest links of row 0. A ring is
one too, in which every row has two links. So rows with more are made dear and rows with fewer cheap
(``prices``: a ring pays each twice), and the cheapest 1-tree less twice the prices is a lower bound
of every ring. With a link forced into it, it costs as much more as that link exceeds the dearest
one that it can replace. All in whole numbers: nothing is cut that could be in such a ring.

Held & Karp 1970/1971; marginal values as in Helsgaun 2000.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.pairing.asked_links import Asked
from solver.quantise import BoolArray, IntArray

ROUNDS = 300
"""So often prices are changed."""
PATIENCE = 10
"""After so many rounds without a better bound the steps are halved."""
ROOM = 2**61
"""No sum of all rows is above this."""


def links_of_rings(asked: Asked, most: int) -> BoolArray:
    """(m, m) the links that a ring of at most ``most`` can have, and maybe others.

    For links that are mutual, of three rows or more.
    """
    # below nought trees and rings alike cost less by as much a link, so that does not matter
    least = int(asked.costs[asked.links].min(initial=0))
    known = np.where(asked.links, asked.costs - least, 0)
    one = ROOM // asked.m
    scale = max(one // (64 * (int(known.max()) + 1)), 1)
    costs = np.where(asked.links, known * scale, one // 8).astype(np.int64)
    most = (most - least * asked.m) * scale
    best = _dearest(costs, most, scale)
    kept: BoolArray = asked.links & (best.bound + best.more() <= most)
    return kept


@dataclass(frozen=True, eq=False)
class _Tree:
    """The cheapest 1-tree by ``costs`` (m, m), of which prices are part.

    ``links``: (row, the row it hangs on) in the order in which they came, from row 1.
    """

    costs: IntArray
    bound: int
    links: tuple[tuple[int, int], ...]
    two: tuple[int, int]

    def degrees(self) -> IntArray:
        """(m,) how many links each row has."""
        ends = [row for link in self.links for row in link] + [0, 0, *self.two]
        counted: IntArray = np.bincount(ends, minlength=len(self.costs))
        return counted

    def more(self) -> IntArray:
        """(m, m) how much more it costs with a link forced into it."""
        dearest = np.zeros_like(self.costs)
        there = [1]
        for row, on in self.links:
            dearest[row, there] = np.maximum(dearest[on, there], self.costs[row, on])
            dearest[row, on] = self.costs[row, on]
            dearest[there, row] = dearest[row, there]
            there.append(row)
        dearest[0] = dearest[:, 0] = self.costs[0, self.two[1]]
        more: IntArray = np.maximum(self.costs - dearest, 0)
        return more


def _dearest(costs: IntArray, most: int, scale: int) -> _Tree:
    """The 1-tree with the highest bound found: prices climb along how far degrees are from two."""
    clip = ROOM // len(costs) // 16
    prices = np.zeros(len(costs), dtype=np.int64)
    best, best_prices = _tree(costs, prices), prices
    degrees, share, since = best.degrees(), 2.0, 0
    for _ in range(ROUNDS):
        off = degrees - 2
        gap = most - best.bound
        if not off.any() or gap < scale:
            break
        step = max(int(share * gap / int((off * off).sum())), 1)
        prices = np.clip(prices + step * off, -clip, clip)
        tree = _tree(costs, prices)
        degrees, since = tree.degrees(), since + 1
        if tree.bound > best.bound:
            best, best_prices, since = tree, prices, 0
        elif since >= PATIENCE:
            share, since = share / 2, 0
            prices, degrees = best_prices, best.degrees()
    return best


def _tree(costs: IntArray, prices: IntArray) -> _Tree:
    """By Prim, from row 1."""
    priced = costs + prices[:, None] + prices[None]
    away, hangs_on = priced[1].copy(), np.ones(len(costs), dtype=np.int64)
    left = np.ones(len(costs), dtype=np.bool_)
    left[:2] = False
    links, total = [], 0
    while left.any():
        row = int(np.where(left, away, ROOM).argmin())
        links.append((row, int(hangs_on[row])))
        total += int(away[row])
        left[row] = False
        nearer = left & (priced[row] < away)
        away[nearer], hangs_on[nearer] = priced[row, nearer], row
    one, other = (int(row) + 1 for row in np.argsort(priced[0, 1:], kind="stable")[:2])
    total += int(priced[0, one] + priced[0, other])
    return _Tree(priced, total - 2 * int(prices.sum()), tuple(links), (one, other))
