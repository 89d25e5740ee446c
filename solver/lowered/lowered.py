"""A task as a search counts it: few parts over plain arrays, read-only, for all its starts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.lowered.builder import Builder
from solver.lowered.counted import ALIKE_ABOVE, LEVELS, SHARED
from solver.lowered.lower import Amounts, lower_term
from solver.lowered.shapes import Part
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Apart, PairCost, Place

DENSE = 4_000
"""Up to so many rows every pair has a number in a table; above, rows have features."""
FOLDED = (Apart, Place)
"""Of these all demands of a kind count in one amount, that of the first: fifty cost what one does.
"""


@dataclass(frozen=True, eq=False)
class Lowered:
    """``pairs``: tables (T, n, n), or where not ``dense`` columns side by side (1, n, D).

    ``breaches`` (terms,): the amount of what each term demands.
    """

    task: Task
    dense: bool
    pairs: IntArray
    parts: tuple[Part, ...]
    breaches: IntArray


def lower(task: Task, most: int = DENSE) -> Lowered:
    """The parts that a task comes down to, and what its pairs of rows cost.

    Up to ``most`` rows in a table of all pairs; and where a term has such a table.
    """
    dense = task.n <= most or any(
        isinstance(term, PairCost) and term.matrix is not None for term in task.terms
    )
    into, breaches = Builder(task.n, task.groups, dense=dense), _breaches(task)
    for term, amount in zip(task.terms, breaches, strict=True):
        alike = term.name in task.alike_terms
        lower_term(term, Amounts(int(amount), ALIKE_ABOVE if alike else SHARED), into)
    pairs, parts = into.built()
    return Lowered(task, dense, pairs, tuple(parts), breaches)


def _breaches(task: Task) -> IntArray:
    """(terms,) the amount of each term's breaches."""
    first: dict[type, int] = {}
    amounts = np.arange(LEVELS, LEVELS + len(task.terms))
    for t, term in enumerate(task.terms):
        if isinstance(term, FOLDED) and term.is_hard:
            amounts[t] = first.setdefault(type(term), int(amounts[t]))
    return amounts
