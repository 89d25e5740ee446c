"""An odd number in pairs and one trio: the cheapest, proven without trying every trio.

Take one row v out of the best trio {v, a, b}: what is left is a perfect matching of the others
with the pair (a, b) in it. So the answer costs at least what the two links at v cost, and the
cheapest perfect matching without v; that holds for each of the three. Trios are looked at from the
lowest bound; those that are left when it reaches the best found need no look.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from itertools import combinations

from solver.pairing.asked_links import Asked, Link
from solver.pairing.blossom import Costs, among, cheapest, mutual, with_ties_broken

Trio = tuple[int, int, int]


def pairs_and_a_trio(asked: Asked) -> tuple[Link, ...] | None:
    """The links, ascending, at the least cost, or None; ties: the first trio, then pairs."""
    trios = _Trios(asked)
    if trios.least is None:
        return None
    best: tuple[int, Trio] | None = None
    heap = [(trios.bound(trio), trio) for trio in trios.possible()]
    heapify(heap)
    while heap and (best is None or heap[0] < best):
        _, trio = heappop(heap)
        if trios.unknown(trio):
            if trios.learn(trio):
                heappush(heap, (trios.bound(trio), trio))
            continue
        cost = trios.cost(trio)
        if cost is not None and (best is None or (cost, trio) < best):
            best = (cost, trio)
    return trios.links(best[1]) if best else None


class _Trios:
    """What a trio costs, and at least costs, together with the pairs of the other rows."""

    def __init__(self, asked: Asked) -> None:
        self.rows = range(asked.m)
        self.pins = asked.edges
        self.costs: Costs = mutual(asked)
        self.without: dict[int, tuple[Link, ...] | None] = {}
        """Row → the cheapest perfect matching of the others, as far as it was asked."""
        self.least = self._least()

    def possible(self) -> Iterator[Trio]:
        """Those whose links are allowed, and that no pin leads out of."""
        for trio in combinations(self.rows, 3):
            if all(link in self.costs for link in combinations(trio, 2)) and all(
                (i in trio) == (j in trio) for i, j in self.pins
            ):
                yield trio

    def bound(self, trio: Trio) -> int:
        """At least so much the best answer with this trio costs."""
        return max(self._floor(row) + self._at(row, trio) for row in trio)

    def unknown(self, trio: Trio) -> bool:
        """Whether the bound can still rise."""
        return any(row not in self.without for row in trio)

    def learn(self, trio: Trio) -> bool:
        """Lets the bound rise; False: there is no answer with this trio."""
        for row in trio:
            if row not in self.without:
                self.without[row] = self._matching({row})
        return all(self.without[row] is not None for row in trio)

    def cost(self, trio: Trio) -> int | None:
        """What the best answer with this trio costs; None: there is none."""
        for row in trio:
            pair = tuple(other for other in trio if other != row)
            if pair in (self.without[row] or ()):
                return self.bound(trio)
        pairs = self._matching(set(trio))
        inside = sum(self.costs[link] for link in combinations(trio, 2))
        return None if pairs is None else inside + self._sum(pairs)

    def links(self, trio: Trio) -> tuple[Link, ...]:
        """The best answer with this trio, which has one; ties by rows."""
        pairs = self._matching(set(trio), ties=True) or ()
        return tuple(sorted([*combinations(trio, 2), *pairs]))

    def _matching(self, gone: set[int], *, ties: bool = False) -> tuple[Link, ...] | None:
        rows = [row for row in self.rows if row not in gone]
        costs = among(rows, self.costs, [pin for pin in self.pins if not gone & {*pin}])
        return cheapest(rows, with_ties_broken(costs, len(self.rows)) if ties else costs)

    def _least(self) -> int | None:
        """What the cheapest matching with any one row left out costs, whatever is pinned."""
        nobody = len(self.rows)
        costs = {**self.costs, **{(row, nobody): 0 for row in self.rows}}
        found = cheapest([*self.rows, nobody], costs)
        return None if found is None else sum(costs[link] for link in found)

    def _floor(self, row: int) -> int:
        known = self.without.get(row)
        return (self.least or 0) if known is None else self._sum(known)

    def _at(self, row: int, trio: Trio) -> int:
        """What the two links of a trio at one of its rows cost."""
        return sum(self.costs[link] for link in combinations(trio, 2) if row in link)

    def _sum(self, links: tuple[Link, ...]) -> int:
        return sum(self.costs[link] for link in links)
