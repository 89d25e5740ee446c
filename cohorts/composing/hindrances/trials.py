"""Composed again without some of the causes, with and without a person: what decides then."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

import numpy as np

from cohorts.composing import engines
from cohorts.composing.hindrances.causes import Cause, Decided, Kind, decided, let_go
from solver.grouping import Grouping
from solver.score import Score
from solver.solution import Effort, Solution
from solver.task import Task
from solver.terms import Place

PERSON = "\N{NULL}person"
"""The name of the term that keeps somebody in or out; no rule can have it."""
VERDICT = 1.0
"""Deterministic seconds for whether a person can sit anywhere at all."""


@dataclass(eq=False)
class Trials:
    """Every composition that was tried, once; ``best``: the one that stands.

    ``left``: how many more may be tried, for whoever waits for the reasons.
    """

    task: Task
    best: Score
    seed: int
    left: int
    whole: dict[frozenset[Cause], Solution | None] = field(default_factory=dict)

    def decided(
        self, row: int, causes: Collection[Cause], whole: Solution | None = None
    ) -> tuple[Decided, Grouping | None]:
        """What decides about a row without these causes, and a best composition with it.

        ``whole``: the best of all without them, where it is known.
        """
        task = let_go(self.task, row, causes)
        whole = whole or self._whole(task, causes)
        if whole is not None and whole.grouping.assignment[row] != task.groups:
            apart = self._solved(_with_row(task, row, inside=False))
            level = Decided.ADMITTED if apart is None else decided(whole.score, apart.score, task)
            return level, whole.grouping
        asked = _with_row(task, row, inside=True)
        # that there is none is soon known; which demands clash is not asked
        there = engines.is_feasible(asked, deterministic_limit=VERDICT)
        inside = None if there is False else self._solved(asked)
        if inside is None:
            return Decided.NEVER, None
        outside = self.best if whole is None else whole.score
        return decided(inside.score, outside, task), inside.grouping

    def admitted(self, row: int, causes: Collection[Cause]) -> Grouping | None:
        """The best composition without these causes, where every best one has a place for a row."""
        task = let_go(self.task, row, causes)
        whole = self._whole(task, causes)
        if whole is None or whole.grouping.assignment[row] == task.groups:
            return None
        level, shown = self.decided(row, causes, whole)
        return shown if level is Decided.ADMITTED else None

    def can_go(self, row: int, most: int) -> bool:
        """Whether somebody with a place has none in a composition as good but for the lot.

        Of more than ``most`` people that is not tried.
        """
        if self.spent() or self.task.n > most:
            return False
        without = self._solved(_with_row(self.task, row, inside=False))
        return without is not None and decided(without.score, self.best, self.task) is Decided.LOT

    def spent(self, spare: int = 0) -> bool:
        """Whether no more may be tried, where so many are kept for others."""
        return self.left <= spare

    def _whole(self, task: Task, causes: Collection[Cause]) -> Solution | None:
        """The best of all without these causes; known where they are the same for everybody."""
        key = frozenset(causes)
        if not key:
            return None
        if any(cause.kind is Kind.MUST for cause in causes):
            return self._solved(task)
        if key not in self.whole:
            self.whole[key] = self._solved(task)
        return self.whole[key]

    def _solved(self, task: Task) -> Solution | None:
        self.left -= 1
        try:
            return engines.solve(task, seed=self.seed, effort=Effort.QUICK)
        except (engines.InfeasibleError, engines.NothingFoundError):
            return None


def _with_row(task: Task, row: int, *, inside: bool) -> Task:
    """The task with a row in some group, or in none."""
    allowed = np.full((1, task.groups + 1), inside, dtype=np.bool_)
    allowed[0, task.groups] = not inside
    about = np.array([row], dtype=np.int64)
    term = Place(name=PERSON, about=about, allowed=allowed, n=task.n)
    return replace(task, terms=(*task.terms, term))


def subsets(causes: Collection[Cause], size: int) -> Iterator[tuple[Cause, ...]]:
    """So many causes at once, in their order; of one rule no more than one."""
    for one in combinations(causes, size):
        rules = [cause.rule for cause in one if cause.rule]
        if len(set(rules)) == len(rules):
            yield one
