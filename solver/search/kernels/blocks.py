"""Which kernel counts which term; a task as blocks, and the price of every amount."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels import by_row, edges
from solver.search.kernels.kinds import EDGES, KIND_OF
from solver.search.kernels.memory import KIND
from solver.search.kernels.structure import BREACHES, LEVELS, LOTS, WORST
from solver.task import Task
from solver.terms import Merit, PairCost, Place, Stay, Term

SHARED = {"apart": "edges", "place": "by_row", "merit": "by_row", "stay": "by_row"}
"""Terms that are counted by a kernel of another name than their own."""


def kernel_of(kind: type[Term]) -> tuple[int, ModuleType]:
    """The number and the kernel of a kind of term: the module of its name, but for SHARED.

    Raises KeyError or ModuleNotFoundError where there is none.
    """
    name = SHARED.get(kind.module_name(), kind.module_name())
    return KIND_OF[name], import_module(f"solver.search.kernels.{name}")


def blocks_of(task: Task) -> list[IntArray]:
    """One block per term (two for Stay), by kind, each knowing the number of its amount."""
    blocks = [
        block for t, term in enumerate(task.terms) for block in _blocks(term, LEVELS + 2 * t, task)
    ]
    return sorted(blocks, key=lambda block: int(block[KIND]))


def _blocks(term: Term, breaches: int, task: Task) -> Iterator[IntArray]:
    points = breaches + 1
    amount = breaches if term.is_hard else points
    kind, kernel = kernel_of(type(term))
    if isinstance(term, Stay):
        moved = by_row.moved(term, task)
        yield by_row.pack(kind, breaches, moved * term.never.reshape(-1, 1))
        yield by_row.pack(kind, points, moved * term.cost.reshape(-1, 1))
    elif isinstance(term, Place | Merit):
        yield by_row.pack(kind, amount, by_row.table_of(term, task))
    elif isinstance(term, PairCost) and term.matrix is None:
        yield edges.pack(EDGES, amount, term, task)
    else:
        yield kernel.pack(kind, amount, term, task)


def prices(task: Task) -> tuple[IntArray, IntArray]:
    """(A,) price of each amount, 0 for breaches; (A,) whether it is a breach.

    What counts as likeness up to a level has no price here: see :func:`likeness_prices`.
    """
    price = np.zeros(LEVELS + 2 * len(task.terms), dtype=np.int64)
    is_breach = np.zeros(price.size, dtype=np.bool_)
    is_breach[BREACHES] = is_breach[LEVELS::2] = True
    price[LOTS] = 1
    # no incumbent is judged by this: it only pulls the search towards groups that are equally off
    price[WORST] = task.groups if task.fair else 0
    for t, term in enumerate(task.terms):
        if term.name not in task.alike_terms:
            price[LEVELS + 2 * t + 1] = term.price or 0
    return price, is_breach.astype(np.int64)


def likeness_prices(task: Task) -> IntArray:
    """(A,) what each amount costs by the wishes that count up to a level; 0 for all others."""
    price = np.zeros(LEVELS + 2 * len(task.terms), dtype=np.int64)
    for t, term in enumerate(task.terms):
        if term.name in task.alike_terms:
            price[LEVELS + 2 * t + 1] = term.price or 0
    return price
