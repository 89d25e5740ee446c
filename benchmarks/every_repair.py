"""The repairs of a small round by trying every grouping of its people, from the definitions alone.

No line shared with the search or CP-SAT: each subset of the people is priced as a group by
``Term.charge`` (:mod:`benchmarks.every_division`), and every assignment of people to groups is
looked up there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.every_division import priced
from benchmarks.every_trade import SPLIT
from solver.quantise import BoolArray, IntArray
from solver.repair import Before
from solver.score import Score, standing_of
from solver.task import Task


@dataclass(frozen=True)
class Best:
    """One option: how many move, how many of them would rather not, and the score."""

    moves: int
    unwilling: int
    score: Score


def best_repairs(
    task: Task, before: Before, *, most_moves: int | None = None, count: int = 3
) -> list[Best]:
    """The options, by their definition; none where every grouping breaks something.

    With ``most_moves`` below what is needed only the first, that needs more. Raises AssertionError
    where groups cannot be priced one by one.
    """
    every = _Every(task, before)
    kept = every.least(np.flatnonzero(every.holds), [every.out, every.off, every.moves])
    if not kept.size:
        return []
    fewest = int(every.moves[kept[0]])
    counted = np.flatnonzero(
        every.holds & (every.out == every.out[kept[0]]) & (every.off == every.off[kept[0]])
    )
    most = int(before.had(task.groups).sum()) if most_moves is None else most_moves
    every.settle_floor(kept)
    found: list[Best] = []
    for moves in range(fewest, max(most, fewest) + 1):
        within = counted[every.moves[counted] <= moves]
        best = every.best(within)
        if not found or (best.unwilling, best.score) < (found[-1].unwilling, found[-1].score):
            found.append(best)
        if len(found) == count:
            break
    return found


class _Every:
    """(N,) of every assignment: whether it holds, and each level of the score."""

    def __init__(self, task: Task, before: Before) -> None:
        self.task = task
        groups, rest = priced(task)
        self.seats = _digits(task.groups + 1, task.n)
        bits = 1 << np.arange(task.n)
        inside = self.seats < task.groups
        self.placed: IntArray = inside @ bits
        self.holds: BoolArray = rest.fits[self.placed]
        opened, whole = np.zeros_like(self.placed), rest.shared[self.placed]
        self.worst, self.alike = np.full_like(whole, -(2**62)), rest.alike[self.placed]
        own = np.zeros_like(whole)
        for group, prices in enumerate(groups):
            members = (self.seats == group) @ bits
            is_open = members > 0
            self.holds &= np.where(is_open, prices.fits[members], task.may_close)
            opened += is_open
            own += np.where(is_open, prices.own[members], 0)
            whole += np.where(is_open, prices.shared[members], 0)
            self.alike += np.where(is_open, prices.alike[members], 0)
            higher = np.maximum(self.worst, prices.own[members])
            self.worst = np.where(is_open, higher, self.worst)
        self.holds &= abs(whole) < SPLIT // 2
        self._keep_even()
        self.points: IntArray = own + whole
        self.worst = np.where(opened > 0, self.worst, 0) if task.fair else 0 * whole
        bound = task.alike.bound if task.alike is not None else 0
        self.alike = np.maximum(self.alike - bound, 0)
        self.out: IntArray = task.n - inside.sum(axis=1)
        self.off: IntArray = abs(opened - task.wished_groups)
        moved = before.had(task.groups) & (self.seats != before.seats)
        stuck = (moved & before.fixed).any(axis=1)
        self.holds &= ~stuck
        self.moves: IntArray = moved.sum(axis=1)
        self.unwilling: IntArray = (moved & before.rather_not).sum(axis=1)

    def _keep_even(self) -> None:
        if any(term.compares_sizes for term in self.task.terms):
            sizes = np.stack([(self.seats == g).sum(axis=1) for g in range(self.task.groups)])
            smallest = np.where(sizes > 0, sizes, self.task.n).min(axis=0)
            self.holds &= sizes.max(axis=0) - smallest <= 1

    def least(self, kept: IntArray, levels: Sequence[IntArray]) -> IntArray:
        """Those of ``kept`` that have the least of every level, in turn."""
        for level in levels:
            if kept.size:
                kept = kept[level[kept] == level[kept].min()]
        return kept

    def settle_floor(self, kept: IntArray) -> None:
        """The floor that follows from the margin, of those that move fewest."""
        task = self.task
        if task.standing is None or not task.margin or task.floor is not None:
            return
        kept = self.least(kept, [self.unwilling, *self._standing()])
        best = int(task.standing[self.seats[kept[0]] < task.groups].sum())
        self.task = replace(task, floor=best - task.margin)

    def best(self, kept: IntArray) -> Best:
        """The one that is best in those that would rather not, and then by its score."""
        lots = (self.seats < self.task.groups) @ self.task.last
        standing = self._standing()
        levels = [self.unwilling, *standing, self.worst, self.alike, self.points, lots]
        one = int(self.least(kept, levels)[0])
        out, off, worst, alike, points, lot = (
            int(level[one])
            for level in (self.out, self.off, self.worst, self.alike, self.points, lots)
        )
        stands = tuple(int(level[one]) for level in standing)
        whole = Score(0, out, off, stands, worst, alike, points, lot)
        return Best(int(self.moves[one]), int(self.unwilling[one]), whole)

    def _standing(self) -> list[IntArray]:
        rows = (np.arange(1 << self.task.n).reshape(-1, 1) >> np.arange(self.task.n)) & 1 == 1
        table = np.array([standing_of(self.task, placed) for placed in rows], dtype=np.int64)
        return list(table[self.placed].T)


def _digits(base: int, length: int) -> IntArray:
    """(base^length, length) every number in that base."""
    numbers = np.arange(base**length).reshape(-1, 1)
    found: IntArray = numbers // base ** np.arange(length) % base
    return found
