"""Takes terms apart into parts, and folds those that count alike into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from solver.lowered.looked_up import Costs, Distances, Edged
from solver.lowered.shapes import Edges, Homes, Links, PairSums, Part, Seats, Sparse
from solver.quantise import IntArray


class Builder:
    """What the terms of a task of ``n`` rows and K ``groups`` come down to, amount by amount."""

    def __init__(self, n: int, groups: int, *, dense: bool) -> None:
        """``dense``: what is divided by the size stands in tables of all pairs."""
        self.n = n
        self.groups = groups
        self.dense = dense
        self.others: list[Part] = []
        self._summed: dict[tuple[int, bool], list[Costs]] = defaultdict(list)
        self._links: dict[int, list[Edged]] = defaultdict(list)
        self._seats: dict[int, list[tuple[IntArray, IntArray]]] = defaultdict(list)
        self._homes: dict[int, list[tuple[IntArray, IntArray]]] = defaultdict(list)
        self._outside: dict[int, list[IntArray]] = defaultdict(list)

    def pairs(self, amount: int, costs: Costs, *, divided: bool) -> None:
        """Sums over the pairs within each group."""
        self._summed[amount, divided].append(costs)

    def edges(self, amount: int, edged: Edged) -> None:
        """Sums over few pairs, undivided."""
        self._links[amount].append(edged)

    def seats(self, amount: int, rows: IntArray, lines: IntArray) -> None:
        """``lines`` (r, K+1): what each of ``rows`` (r,) costs by its seat."""
        self._seats[amount].append((rows, lines))

    def homes(self, amount: int, home: IntArray, away: IntArray) -> None:
        """``away`` (n,) where a row is not at ``home`` (n,), -1 for anywhere."""
        self._homes[amount].append((home, away))

    def outside(self, amount: int, cost: IntArray) -> None:
        """``cost`` (n,) of every row outside."""
        self._outside[amount].append(cost)

    def built(self) -> tuple[IntArray, list[Part]]:
        """The shared tables (T, n, n), or the columns (1, n, D), and the parts."""
        pairs, parts = self._tables() if self.dense else self._columns()
        parts += [
            Edges(amount=amount, links=links_of(self.n, given))
            for amount, given in self._links.items()
        ]
        parts += [self._lined(amount, given) for amount, given in self._seats.items()]
        return pairs, [*parts, *self._away(), *self.others]

    def _tables(self) -> tuple[IntArray, list[Part]]:
        pairs = np.zeros((max(len(self._summed), 1), self.n, self.n), dtype=np.int64)
        if not self._summed:
            pairs = pairs[:, :0, :0].copy()
        parts: list[Part] = []
        for table, ((amount, divided), given) in enumerate(self._summed.items()):
            for costs in given:
                costs.add_to(pairs[table])
            parts.append(PairSums(amount=amount, table=table, divided=divided))
        return pairs, parts

    def _columns(self) -> tuple[IntArray, list[Part]]:
        columns: list[IntArray] = [np.zeros((self.n, 0), dtype=np.int64)]
        parts: list[Part] = []
        for (amount, _), given in self._summed.items():
            spaces = [costs for costs in given if isinstance(costs, Distances)]
            edged = [costs for costs in given if isinstance(costs, Edged)]
            weights = [np.full(space.features.shape[1], space.weight) for space in spaces]
            parts.append(
                Sparse(
                    amount=amount,
                    first=sum(block.shape[1] for block in columns),
                    weights=np.concatenate([np.zeros(0, dtype=np.int64), *weights]),
                    links=links_of(self.n, edged),
                )
            )
            columns += [space.features for space in spaces]
        return np.ascontiguousarray(np.hstack(columns))[np.newaxis], parts

    def _lined(self, amount: int, given: list[tuple[IntArray, IntArray]]) -> Seats:
        rows = np.unique(np.concatenate([rows for rows, _ in given]))
        lines = np.zeros((rows.size, self.groups + 1), dtype=np.int64)
        for told, costs in given:
            np.add.at(lines, np.searchsorted(rows, told), costs)
        line_of = np.full(self.n, -1, dtype=np.int64)
        line_of[rows] = np.arange(rows.size)
        return Seats(amount=amount, line_of=line_of, lines=lines)

    def _away(self) -> Iterator[Homes]:
        nothing = np.zeros(self.n, dtype=np.int64)
        for amount, given in self._homes.items():
            for home, away in given:
                yield Homes(amount=amount, home=home, away=away, outside=nothing)
        for amount, costs in self._outside.items():
            yield Homes(
                amount=amount, home=nothing - 1, away=nothing, outside=np.sum(costs, axis=0)
            )


def links_of(n: int, given: Iterable[Edged]) -> Links:
    """Edges, each with both its rows."""
    none = Edged(np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.int64))
    given = [none, *given]
    one, other = np.concatenate([edged.edges for edged in given]).T
    costs = np.concatenate([edged.costs for edged in given])
    ends = np.concatenate([one, other])
    order = np.argsort(ends, kind="stable")
    start = np.concatenate([[0], np.cumsum(np.bincount(ends, minlength=n))])
    to = np.concatenate([other, one])[order]
    return Links(start=start, to=to, cost=np.concatenate([costs, costs])[order])
