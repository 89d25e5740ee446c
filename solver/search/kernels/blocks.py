"""Which kernel counts which term; a task as blocks, and the price of every amount."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import numpy as np

from solver.quantise import IntArray
from solver.search.kernels import by_row, edges
from solver.search.kernels.kinds import EDGES, NAMES
from solver.search.kernels.memory import KIND
from solver.search.kernels.structure import BREACHES, LEVELS, LOTS, WORST
from solver.task import Task
from solver.terms import Choice, Merit, PairCost, Place, Stay, Term, restated_in

SHARED = {"apart": "edges", "place": "by_row", "merit": "by_row", "stay": "by_row"}
KERNELS: dict[type[Term], tuple[int, ModuleType]] = {
    kind: (NAMES.index(module.__name__.rpartition(".")[2]), module)
    for kind, module in restated_in(__package__, SHARED).items()
}
"""Term → the number and the module of the kernel that counts it."""


def blocks_of(task: Task) -> list[IntArray]:
    """One block per term (two for Stay), by kind, each knowing the number of its amount."""
    blocks = [
        block for t, term in enumerate(task.terms) for block in _blocks(term, LEVELS + 2 * t, task)
    ]
    return sorted(blocks, key=lambda block: int(block[KIND]))


def _blocks(term: Term, breaches: int, task: Task) -> Iterator[IntArray]:
    points = breaches + 1
    amount = breaches if term.price is None or isinstance(term, Choice) else points
    kind, kernel = KERNELS[type(term)]
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
    """(A,) price of each amount, 0 for breaches; (A,) whether it is a breach."""
    price = np.zeros(LEVELS + 2 * len(task.terms), dtype=np.int64)
    is_breach = np.zeros(price.size, dtype=np.bool_)
    is_breach[BREACHES] = is_breach[LEVELS::2] = True
    price[LOTS] = 1
    # no incumbent is judged by this: it only pulls the search towards groups that are equally off
    price[WORST] = task.groups if task.fair else 0
    for t, term in enumerate(task.terms):
        price[LEVELS + 2 * t + 1] = term.price or 0
    return price, is_breach.astype(np.int64)
