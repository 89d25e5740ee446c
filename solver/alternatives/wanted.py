"""What somebody wants of a grouping, beside what its task asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Apart, Budget, Place, Term, Together

OWNER = "wanted"
"""Whose the demands are, in a conflict."""
PAIRED, APART, SEATED, NOT_SEATED, PLACED, MOVES = (
    f"{OWNER} {what}" for what in ("together", "apart", "seats", "not seats", "placed", "moves")
)
"""The names of the demands."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Demands on top of a task; all must hold.

    ``together``: rows (i, j) that both sit in one group; ``apart``: rows that share none;
    ``seats``, ``not_seats``: (row, group) where a row must sit, or may not; the number of groups
    stands for outside. ``most_moves``: so many rows at most sit elsewhere than before.
    """

    together: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    seats: tuple[tuple[int, int], ...] = ()
    not_seats: tuple[tuple[int, int], ...] = ()
    most_moves: int | None = None

    def terms(self, task: Task, here: Grouping) -> list[Term]:
        """The demands, as terms; only those there are."""
        n, free = task.n, np.ones((task.n, task.groups + 1), dtype=np.bool_)
        terms: list[Term] = []
        if self.together:
            sets = tuple(pair for pair in _pairs(self.together))
            placed = free.copy()
            placed[np.unique(sets), task.groups] = False
            terms.append(Together(name=PAIRED, owner=OWNER, n=n, sets=sets))
            terms.append(Place(name=PLACED, owner=OWNER, allowed=placed))
        if self.apart:
            terms.append(Apart(name=APART, owner=OWNER, n=n, edges=_pairs(self.apart)))
        if self.seats:
            seats = free.copy()
            for row, group in self.seats:
                seats[row] &= np.arange(task.groups + 1) == group
            terms.append(Place(name=SEATED, owner=OWNER, allowed=seats))
        if self.not_seats:
            barred = free.copy()
            barred[tuple(np.array(self.not_seats).T)] = False
            terms.append(Place(name=NOT_SEATED, owner=OWNER, allowed=barred))
        if self.most_moves is not None:
            terms.append(moves(here, self.most_moves))
        return terms


def moves(here: Grouping, most: int) -> Budget:
    """So many rows at most sit elsewhere than ``here``."""
    away = np.arange(here.groups + 1) != here.assignment.reshape(-1, 1)
    return Budget(
        name=MOVES,
        owner=OWNER,
        edges=np.zeros((0, 2), dtype=np.int64),
        costs=np.zeros(0, dtype=np.int64),
        seats=away.astype(np.int64),
        most=most,
    )


def _pairs(pairs: Iterable[tuple[int, int]]) -> IntArray:
    """(m, 2) each once, i < j."""
    return np.unique(np.sort(np.array(list(pairs), dtype=np.int64), axis=1), axis=0)
