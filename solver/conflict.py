"""Nothing fits: a minimal set of clashing demands, found by deletion and re-verified.

CP-SAT's own infeasible core is neither minimal nor reliable, so every verdict here is a model of
its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from solver.exact.feasible import is_feasible
from solver.problem import Problem
from solver.terms import Choice, Stay

LIMIT = 5.0
"""Deterministic seconds a verdict may take."""
Key = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """One demand of a term: its number among the term's pieces, and the rows it is about."""

    term: str
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


def find_conflict(problem: Problem, *, deterministic_limit: float = LIMIT) -> Conflict:
    """A minimal clash of an infeasible problem: whole terms first, then their pieces."""
    kept: list[Key] = [
        (t, p)
        for t, term in enumerate(problem.terms)
        if term.price is None or isinstance(term, Choice | Stay)
        for p in range(term.pieces)
    ]
    certain = True
    for t in sorted({t for t, _ in kept}):
        rest = [key for key in kept if key[0] != t]
        if _clashes(problem, rest, deterministic_limit):
            kept = rest
    step = max(len(kept) // 2, 1)
    while step >= 1:
        kept = _without_chunks(problem, kept, step, deterministic_limit)
        step //= 2
    for key in list(kept):
        verdict = _clashes(problem, [k for k in kept if k != key], deterministic_limit)
        certain = certain and verdict is False
    pieces = tuple(_piece(problem, key) for key in kept)
    return Conflict(pieces, minimal=certain and bool(_clashes(problem, kept, deterministic_limit)))


def _without_chunks(problem: Problem, kept: list[Key], size: int, limit: float) -> list[Key]:
    """Drops every run of ``size`` demands without which the rest still clashes."""
    at = 0
    while at < len(kept):
        rest = kept[:at] + kept[at + size :]
        if _clashes(problem, rest, limit):
            kept = rest
        else:
            at += size
    return kept


def _clashes(problem: Problem, keys: Sequence[Key], limit: float) -> bool | None:
    """Whether these demands alone cannot be met; None where the time was too short to know."""
    verdict = is_feasible(only(problem, keys), deterministic_limit=limit)
    return None if verdict is None else not verdict


def only(problem: Problem, keys: Sequence[Key]) -> Problem:
    """The problem with only these demands, and no wishes."""
    terms = []
    for t, term in enumerate(problem.terms):
        pieces = [p for number, p in keys if number == t]
        if pieces:
            terms.append(term.keep(sorted(pieces)))
    return replace(problem, terms=tuple(terms))


def _piece(problem: Problem, key: Key) -> Piece:
    term = problem.terms[key[0]]
    return Piece(term.name, key[1], tuple(int(r) for r in term.people(key[1])))
