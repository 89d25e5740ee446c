"""The state of one search: the kernels' memory, and the amounts of everything that is counted."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from solver.grouping import Grouping
from solver.lowered.counted import (
    ALIKE_ABOVE,
    BREACHES,
    BROKEN,
    GROUPS_OFF,
    LOTS,
    NOT_PLACED,
    SHARED,
    STANDING,
    WORST,
)
from solver.quantise import IntArray
from solver.score import Score
from solver.search.kernels import choice
from solver.search.kernels.blocks import memory_of, prices
from solver.search.kernels.compiled import compiled
from solver.search.kernels.dispatch import apply_move
from solver.search.kernels.memory import (
    ALIKE,
    ALIKE_SUM,
    BOUND,
    CHOICES,
    END,
    FLOOR,
    GROUP,
    LARGEST,
    NOBODY,
    STAND,
    STANDING_NOW,
    STANDS,
    K,
    N,
    group_of,
)
from solver.search.shared import Shared
from solver.task import Task
from solver.terms import Choice
from solver.terms.choice import choices_of


@dataclass(eq=False)
class State:
    """What a search changes.

    ``may_leave``: whether a row may go outside on its own (None: where not everybody is placed).
    ``shared``: what it reads with all starts of one search (None: worked out for it alone).
    ``memory``: see :mod:`solver.search.kernels.memory`. ``amounts``, ``price``, ``is_breach`` (A,):
    see :mod:`solver.lowered.counted`.
    """

    task: Task
    may_leave: bool | None = None
    shared: Shared | None = None
    pairs: IntArray = field(init=False)
    near: IntArray = field(init=False)
    breaches: IntArray = field(init=False)
    memory: IntArray = field(init=False)
    amounts: IntArray = field(init=False)
    price: IntArray = field(init=False)
    is_breach: IntArray = field(init=False)

    def __post_init__(self) -> None:
        task = self.task
        may_leave = task.places.low < task.n if self.may_leave is None else self.may_leave
        shared = self.shared or Shared.of(task)
        self.shared, self.near = shared, shared.near
        self.pairs, self.breaches = shared.lowered.pairs, shared.lowered.breaches
        self.memory = memory_of(shared.lowered, may_leave=may_leave)
        self.price, self.is_breach = prices(self.task)
        self.amounts = self._amounts_outside()

    def _amounts_outside(self) -> IntArray:
        """The amounts while everybody is outside, from the definitions."""
        task = self.task
        none = {
            term.name: np.full((task.groups, term.take), -1, dtype=np.int64)
            for term in choices_of(task.terms)
        }
        everybody = np.full(task.n, task.groups, dtype=np.int64)
        grouping = Grouping(everybody, task.groups, none)
        amounts = np.zeros_like(self.price)
        short = 0 if task.may_close else int(task.low.sum())
        amounts[BREACHES] = short + task.places.low
        amounts[NOT_PLACED] = task.n
        amounts[GROUPS_OFF] = task.wished_groups
        m = self.memory
        for term, amount in zip(task.terms, self.breaches, strict=True):
            charge = term.charge(grouping)
            amounts[amount] += charge.breaches.sum()
            if term.name in task.alike_terms:
                m[ALIKE_SUM] += charge.points.sum()
            else:
                amounts[SHARED] += charge.points.sum()
            if term.in_quanta:
                amounts[BROKEN] += np.count_nonzero(charge.breaches)
        amounts[ALIKE_ABOVE] = max(m[ALIKE_SUM] - m[BOUND], 0) if m[ALIKE] else 0
        stand = m[m[STAND] : m[STAND] + task.n] if m[STANDS] else m[:0]
        amounts[STANDING] = m[m[STANDING_NOW]] if m[FLOOR] else stand.sum()
        return amounts

    def load(self, grouping: Grouping) -> None:
        """Seats everybody as in ``grouping``, with its choices.

        Raises ValueError where a group has more members than the largest may have.
        """
        if (grouping.sizes() > self.memory[LARGEST]).any():
            raise ValueError("a group has more members than any group may have")
        nobody = np.full(self.task.n, self.task.groups, dtype=np.int64)
        seat(self.memory, self.pairs, self.amounts, nobody)
        for o, term in self._choices():
            options = term.options
            start = o + self.memory[o + choice.TAKEN]
            for group, given in enumerate(grouping.choices.get(term.name, ())):
                if (given >= 0).all():
                    others = [option for option in range(options) if option not in given]
                    at = start + group * options
                    self.memory[at : at + options] = [*given, *others]
        seat(self.memory, self.pairs, self.amounts, grouping.assignment)

    def options(self) -> IntArray:
        """Room for what every group has, Choice by Choice."""
        size = sum(self.task.groups * term.options for _, term in self._choices())
        return np.zeros(size, dtype=np.int64)

    def grouping_of(self, seats: IntArray, options: IntArray) -> Grouping:
        """Seats (n,) and options as a Grouping; closed groups have no options."""
        groups = self.task.groups
        bare = Grouping(seats.copy(), groups)
        is_open = bare.sizes() > 0
        choices, filled = {}, 0
        for _, term in self._choices():
            size = groups * term.options
            table = options[filled : filled + size].reshape(groups, term.options)
            taken = np.sort(table[:, : term.take], axis=1)
            choices[term.name] = np.where(is_open.reshape(-1, 1), taken, -1).astype(np.int64)
            filled += size
        return Grouping(bare.assignment, groups, choices)

    def grouping(self) -> Grouping:
        """The state as a Grouping."""
        m, options, filled = self.memory, self.options(), 0
        for o, term in self._choices():
            size = self.task.groups * term.options
            start = o + m[o + choice.TAKEN]
            options[filled : filled + size] = m[start : start + size]
            filled += size
        return self.grouping_of(m[m[GROUP] : m[GROUP] + m[N]], options)

    @property
    def stands(self) -> int:
        """How many numbers the level of standing has."""
        return int(self.memory[STANDS])

    def score(self) -> Score:
        """The score the amounts add up to."""
        a, m = self.amounts, self.memory
        return Score(
            hard=int(a[self.is_breach == 1].sum()),
            not_placed=int(a[NOT_PLACED]),
            groups_off=int(a[GROUPS_OFF]),
            standing=tuple(int(v) for v in m[m[STANDING_NOW] : m[STANDING_NOW] + m[STANDS]]),
            worst=int(a[WORST]),
            alike=int(a[ALIKE_ABOVE]),
            points=int(a[SHARED]),
            lot=int(a[LOTS]),
        )

    def _choices(self) -> list[tuple[int, Choice]]:
        """(offset of the block, term) of each Choice."""
        m = self.memory
        offsets = [int(o) for o in m[m[CHOICES] : m[END]]]
        return list(zip(offsets, choices_of(self.task.terms), strict=True))


@compiled
def seat(m: IntArray, pairs: IntArray, amounts: IntArray, wanted: IntArray) -> None:
    """Moves everybody outside, and from there to ``wanted`` (n,)."""
    for inside in range(2):
        for row in range(m[N]):
            to = wanted[row] if inside == 1 else m[K]
            if group_of(m, row) != to:
                apply_move(m, pairs, amounts, row, group_of(m, row), NOBODY, to)
