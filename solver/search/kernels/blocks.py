"""A lowered task as blocks of words, and the price of every amount."""

from __future__ import annotations

from functools import singledispatch
from importlib import import_module

import numpy as np

from solver.lowered import Lowered
from solver.lowered.counted import ALIKE_ABOVE, BREACHES, LEVELS, LOTS, SHARED, WORST
from solver.lowered.shapes import Chosen, Edges, Homes, Own, PairSums, Part, Seats, Sparse
from solver.quantise import LIMIT, IntArray
from solver.search.kernels import choice, edges, homes, pair_sums, seats, sparse
from solver.search.kernels.kinds import CHOICE, CHOSEN, OWN, SHARED_OUT
from solver.search.kernels.memory import CHOICES, END, KIND, LIKE, WISHES, header
from solver.task import Task


@singledispatch
def pack(part: Part, task: Task) -> IntArray:
    """The block of a part, empty of people."""
    raise NotImplementedError(part, task)


pack.register(PairSums, pair_sums.pack)
pack.register(Sparse, sparse.pack)
pack.register(Edges, edges.pack)
pack.register(Seats, seats.pack)
pack.register(Homes, homes.pack)


@pack.register
def _(part: Chosen, task: Task) -> IntArray:
    del task
    return choice.pack_costs(part)


@pack.register
def _(part: Own, task: Task) -> IntArray:
    """By the module of the term's own name."""
    name = part.term.module_name()
    kernel = import_module(f"solver.search.kernels.{name}")
    block: IntArray = kernel.pack(OWN[name], part.amount, part.weight, part.term, task)
    return block


def memory_of(lowered: Lowered, *, may_leave: bool) -> IntArray:
    """The memory of a start with everybody outside: wishes first, demands behind them."""
    task = lowered.task
    packed = [(part.amount, pack(part, task)) for part in lowered.parts]
    packed.sort(key=lambda given: int(given[1][KIND]))
    wishes = [block for amount, block in packed if amount == SHARED]
    demands = [block for amount, block in packed if amount not in (SHARED, ALIKE_ABOVE)]
    demands.sort(key=lambda block: bool(block[KIND] == CHOICE))
    segments = [
        [block for block in wishes if block[KIND] not in SHARED_OUT],
        [block for block in wishes if block[KIND] in SHARED_OUT],
        [block for amount, block in packed if amount == ALIKE_ABOVE],
        demands,
    ]
    m = header(task, segments, may_leave=may_leave)
    _link(m)
    return m


def _link(m: IntArray) -> None:
    """Tells the blocks of costs where their Choice stands: both come in the order of terms."""
    choices = [int(o) for o in m[m[CHOICES] : m[END]]]
    for first, is_likeness in ((WISHES, 0), (LIKE, 1)):
        costs = [int(o) for o in m[m[first] : m[first + 1]] if m[o + KIND] == CHOSEN]
        priced = [o for o in choices if m[o + choice.PRICE] > 0]
        own = [o for o in priced if m[o + choice.IS_LIKENESS] == is_likeness]
        for o, link in zip(costs, own, strict=True):
            m[o + choice.LINK] = link


def _pull(task: Task) -> int:
    """What the worst group's points count for on the way: as much as all groups' together.

    Less where the product could leave int64.
    """
    most = sum((term.price or 0) * term.largest(task.n) for term in task.terms)
    return max(min(task.groups, LIMIT // 4 // max(most, 1)), 1)


def prices(task: Task) -> tuple[IntArray, IntArray]:
    """(A,) price of each amount, 0 for breaches; (A,) whether it is a breach."""
    price = np.zeros(LEVELS + len(task.terms), dtype=np.int64)
    is_breach = np.zeros_like(price)
    is_breach[BREACHES] = 1
    is_breach[LEVELS:] = 1
    price[[LOTS, SHARED]] = 1
    # no incumbent is judged by this: it only pulls the search towards groups that are equally off
    price[WORST] = _pull(task) if task.fair else 0
    return price, is_breach
