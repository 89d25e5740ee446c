"""Nothing fits: a minimal set of clashing demands, found by deletion and re-verified.

CP-SAT's own infeasible core is neither minimal nor reliable, so every verdict here is a model of
its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from solver.exact.feasible import find_any
from solver.task import Task

LIMIT = 5.0
"""Deterministic seconds a verdict may take."""
IN_ALL = 30.0
"""Deterministic seconds for all verdicts: who waits wants a reason, if need be a longer one."""
Key = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """One demand of a term: whose it is, its number among the pieces, the rows it is about."""

    term: str
    owner: str
    piece: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Conflict:
    """Demands that, with the sizes and places, no grouping meets.

    ``minimal``: without any one of them the others can be met (False: a verdict took too long).
    No pieces at all: sizes and places alone cannot be met.
    """

    pieces: tuple[Piece, ...]
    minimal: bool


class InfeasibleError(Exception):
    """It is proven that no grouping meets the hard terms of ``task``."""

    def __init__(self, task: Task) -> None:
        super().__init__("no grouping meets the hard terms")
        self.task = task

    @cached_property
    def conflict(self) -> Conflict:
        """Why, searched for when it is asked: that takes longer than to know that there is none."""
        return find_conflict(self.task)


def find_conflict(
    task: Task, *, deterministic_limit: float = LIMIT, in_all: float = IN_ALL
) -> Conflict:
    """A minimal clash of an infeasible task: whole terms first, then their pieces."""
    judge = _Judge(task, deterministic_limit, in_all)
    kept: list[Key] = [
        (t, p) for t, term in enumerate(task.terms) if term.is_hard for p in range(term.pieces)
    ]
    for t in sorted({t for t, _ in kept}):
        rest = [key for key in kept if key[0] != t]
        if judge.clashes(rest):
            kept = rest
    step = max(len(kept) // 2, 1)
    while step >= 1:
        kept = _without_chunks(judge, kept, step)
        step //= 2
    needed = [judge.clashes([k for k in kept if k != key]) is False for key in kept]
    pieces = tuple(_piece(task, key) for key in kept)
    return Conflict(pieces, minimal=all(needed) and bool(judge.clashes(kept)))


def _without_chunks(judge: _Judge, kept: list[Key], size: int) -> list[Key]:
    """Drops every run of ``size`` demands without which the rest still clashes."""
    at = 0
    while at < len(kept):
        rest = kept[:at] + kept[at + size :]
        if judge.clashes(rest):
            kept = rest
        else:
            at += size
    return kept


@dataclass
class _Judge:
    """Says of demands whether they clash, until its time is spent: ``left`` of all verdicts."""

    task: Task
    limit: float
    left: float
    known: dict[tuple[Key, ...], bool | None] = field(default_factory=dict)

    def clashes(self, keys: Sequence[Key]) -> bool | None:
        """Whether these demands alone cannot be met; None where there was too little time."""
        asked = tuple(keys)
        if asked not in self.known:
            self.known[asked] = self._verdict(asked)
        return self.known[asked]

    def _verdict(self, keys: tuple[Key, ...]) -> bool | None:
        if self.left <= 0:
            return None
        limit = min(self.limit, self.left)
        found = find_any(only(self.task, keys), deterministic_limit=limit)
        self.left -= found.work
        if found.grouping is not None:
            return False
        return True if found.proven_infeasible else None


def only(task: Task, keys: Sequence[Key]) -> Task:
    """The task with only these demands, and no wishes."""
    terms = []
    for t, term in enumerate(task.terms):
        pieces = [p for number, p in keys if number == t]
        if pieces:
            terms.append(term.keep(sorted(pieces)))
    return replace(task, terms=tuple(terms), alike=None)


def _piece(task: Task, key: Key) -> Piece:
    term = task.terms[key[0]]
    return Piece(term.name, term.owner, key[1], tuple(int(r) for r in term.people(key[1])))
