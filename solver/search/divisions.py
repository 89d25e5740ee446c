"""The best composition of few rows, proven: every subset priced as a group, then the best sum.

Dynamic programming over who is placed and how many groups are open: 3^n steps a group, in which
each level of the score is exact (hard breaches, places, groups, the worst group, points, lots).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from solver.choices import with_cheapest_choices
from solver.grouping import Grouping
from solver.lowered import counted
from solver.quantise import IntArray
from solver.score import Score, score
from solver.search.kernels.partitions import BROKEN, NEVER, SHARED, SPLIT, add_group, cost_subsets
from solver.search.state import State
from solver.task import Task
from solver.terms import Together
from solver.terms.choice import choices_of

MOST_ROWS, MOST_STEPS = 15, 150_000_000
"""Up to so many rows, and steps in all."""


@dataclass(frozen=True)
class Proven:
    """The grouping with the smallest score of all."""

    grouping: Grouping
    score: Score


def is_small(task: Task) -> bool:
    """Whether every division can be tried.

    Few rows, no option or limit that groups must share out, and no likeness of all groups up to a
    level; and where a group of all rows, however many it may have, can be priced too.
    """
    counts = task.groups if task.may_close else 1
    scarce = any((term.capacity < task.groups).any() for term in choices_of(task.terms))
    scarce = scarce or any(term.spends_together for term in task.terms)
    few = task.n <= MOST_ROWS and 3**task.n * task.groups * counts <= MOST_STEPS
    # what uneven groups cost belongs to no single group: only that they must be even can be held
    wished = any(term.compares_sizes and not term.is_hard for term in task.terms)
    apart = few and not scarce and not wished and task.alike is None
    return apart and task.counts_within(task.n)


def best_partition(task: Task) -> Proven | None:
    """The grouping with the smallest score of all; None where every one breaks something.

    Only where ``is_small``.
    """
    table = _Table(task)
    spans = [(0, task.n)]
    if any(term.compares_sizes for term in task.terms):
        # even groups are of one size or one apart: each such span is tried by itself
        spans = [(size, size + 1) for size in range(1, task.n + 1)]
    found = [proven for span in spans if (proven := _best_within(table, *span)) is not None]
    return min(found, key=lambda proven: proven.score, default=None)


def _best_within(table: _Table, least: int, most_members: int) -> Proven | None:
    """The best of all groupings whose groups have ``least`` to ``most_members`` members."""
    table.fits = [table.fitting(g, least, most_members) for g in range(table.task.groups)]
    most = NEVER
    if table.task.fair:
        worst, _ = table.fill(most, by_worst=True)
        found = table.best(worst, by_worst=True)
        if found is None:
            return None
        most = int(worst[found])
    values, taken = table.fill(most, by_worst=False)
    found = table.best(values, by_worst=False)
    if found is None:
        return None
    grouping = with_cheapest_choices(table.task.terms, table.seats(found, taken), table.task)
    return Proven(grouping, score(table.task, grouping))


class _Table:
    """What every subset costs in every group, and outside; (2^n, …) each."""

    def __init__(self, task: Task) -> None:
        self.task = task
        subsets = np.arange(1 << task.n)
        bits = (subsets.reshape(-1, 1) >> np.arange(task.n)) & 1
        self.size: IntArray = bits.sum(axis=1).astype(np.int64)
        self.lots: IntArray = (bits @ task.last).astype(np.int64)
        self.standing: list[IntArray] = _standings(task, bits)
        self.costs: list[IntArray] = []
        self.rest: IntArray = np.zeros((subsets.size, 4), dtype=np.int64)
        self.split: IntArray = np.zeros((task.groups + 1, subsets.size), dtype=np.int64)
        self._price()
        self.fits: list[IntArray] = []

    def _price(self) -> None:
        task = self.task
        # any subset is looked at as any group, however large: the seats must be there in memory
        state = State(replace(task, high=np.full(task.groups, task.n, dtype=np.int64)))
        base = np.zeros(4, dtype=np.int64)
        base[SHARED] = state.amounts[counted.SHARED]
        for term, breaches in zip(task.terms, state.amounts[counted.LEVELS :], strict=True):
            base[SPLIT if isinstance(term, Together) else BROKEN] += breaches
        known: dict[bytes, IntArray] = {}
        for group in range(task.groups):
            alike = b"".join(term.tells_apart(group) for term in task.terms)
            if alike not in known:
                costs = np.zeros_like(self.rest)
                cost_subsets(
                    state.memory,
                    state.pairs,
                    state.amounts,
                    group,
                    np.zeros(4, dtype=np.int64),
                    base.copy(),
                    costs,
                    self.rest,
                )
                known[alike] = costs
            self.costs.append(known[alike])

    def fitting(self, group: int, least: int, most: int) -> IntArray:
        """(f,) the subsets that may be the group: of its size, and breaking nothing."""
        low, high = max(self.task.low[group], least), min(self.task.high[group], most)
        fits = (self.size >= low) & (self.size <= high) & (self.costs[group][:, BROKEN] == 0)
        return np.flatnonzero(fits).astype(np.int64)

    def fill(self, most: int, *, by_worst: bool) -> tuple[IntArray, list[IntArray]]:
        """(K+1, 2^n) the best value by open groups and by who is placed; and what each group took.

        NEVER where it cannot be. The sets that are spread are kept beside it.
        """
        shape = self.split.shape
        value = np.full(shape, NEVER, dtype=np.int64)
        value[0, 0] = -NEVER if by_worst else 0
        split = np.zeros(shape, dtype=np.int64)
        taken = []
        for group in range(self.task.groups):
            new_value, new_split, took = (np.zeros(shape, dtype=np.int64) for _ in range(3))
            add_group(
                self.costs[group],
                self.fits[group],
                self.task.may_close,
                by_worst,
                most,
                split,
                value,
                new_split,
                new_value,
                took,
            )
            value, split = new_value, new_split
            taken.append(took)
        self.split = split
        return value, taken

    def best(self, value: IntArray, *, by_worst: bool) -> tuple[int, int] | None:
        """(open groups, subset placed) of the smallest score; None where something always breaks.

        By the worst group alone, or by points and lots.
        """
        task = self.task
        placed = (self.size >= task.places.low) & (self.size <= task.places.high)
        placed &= self.rest[:, BROKEN] == 0
        holds = (value < NEVER) & placed & (self.split + self.rest[:, SPLIT] == 0)
        counts, subsets = np.nonzero(holds)
        if counts.size == 0:
            return None
        values = value[counts, subsets]
        off = abs(counts - task.wished_groups)
        standing = [level[subsets] for level in self.standing[::-1]]
        levels = [values, *standing, off, -self.size[subsets]]
        if not by_worst:
            values = values + self.rest[subsets, SHARED]
            levels = [self.lots[subsets], values, *standing, off, -self.size[subsets]]
        first = int(np.lexsort(levels)[0])
        return int(counts[first]), int(subsets[first])

    def seats(self, found: tuple[int, int], taken: list[IntArray]) -> IntArray:
        """(n,) seats that come to the value found."""
        count, placed = found
        seats = np.full(self.task.n, self.task.groups, dtype=np.int64)
        for group in range(self.task.groups - 1, -1, -1):
            subset = int(taken[group][count, placed])
            if subset > 0:
                seats[(subset >> np.arange(self.task.n)) & 1 == 1] = group
                count, placed = count - 1, placed ^ subset
        return seats


def _standings(task: Task, bits: IntArray) -> list[IntArray]:
    """The level of standing of every subset (2^n, n) that is placed: each number of it (2^n,)."""
    if task.standing is None:
        return []
    if task.floor is not None:
        return [np.maximum(task.floor - bits @ task.standing, 0)]
    highest_first = np.unique(task.standing)[::-1]
    return [-(bits @ (task.standing == one).astype(np.int64)) for one in highest_first]
