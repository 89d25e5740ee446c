"""One copy of a search: its own state, seed and incumbent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from solver.grouping import Grouping
from solver.pricing import shuffled
from solver.quantise import IntArray
from solver.search.anneal import KINDS, anneal
from solver.search.incumbent import Incumbent, score_of, values_of
from solver.search.kept import LOST, NEVER, kept_of, score_in, seats_in
from solver.search.kernels.descent import sweep
from solver.search.penalties import FLOOR, TOP, adapt, limits_at, strict
from solver.search.shared import Shared
from solver.search.splitmix import MINUS_LOG, seed_of
from solver.search.state import State
from solver.search.window import HOTTEST, uphill_of
from solver.sizes import even_seats
from solver.task import Task
from solver.terms import Place, Stay, Together

DENSE = 3_000
"""Up to so many rows the last descent tries every swap; above, those of near rows only."""
MOST = 2_000_000
"""Proposals between two looks at the clock: about a second."""
SEATED = (Place, Stay, Together)
"""Demands about where somebody sits, and with whom."""


class Start:
    """One copy: it begins somewhere, and moves on."""

    def __init__(
        self,
        task: Task,
        seed: int,
        number: int,
        first: Grouping | None = None,
        *,
        keeps: bool = False,
        may_leave: bool | None = None,
        shared: Shared | None = None,
    ) -> None:
        """``first``: where it begins; ``keeps``: it breaks nothing that holds there.

        ``shared``: what it reads with other copies of the same search.
        """
        self.task = task
        self.keeps = keeps
        mixed = (seed * 1_000_003 + number * 7_919 + 12_345) % 2**63
        self.seed = seed_of(mixed)
        self.state = State(task, may_leave, shared)
        self.proposals = 0
        draw = np.random.Generator(np.random.PCG64(mixed))
        self.state.load(first or Grouping(shuffled(even_seats(task), draw), task.groups))
        self.limits = np.zeros((4, self.state.price.size), dtype=np.int64)
        self.kept = kept_of(task.n, self.state.stands, self.state.options().size)
        self.told = np.zeros((KINDS, 3), dtype=np.int64)
        self.incumbent: Incumbent | None = None
        self.keep()

    def demand(self, limits: IntArray) -> None:
        """Sets between what limits (4, A) its penalties adapt; they begin at the lowest."""
        self.limits = strict(limits) if self.keeps else limits
        state = self.state
        state.price[:] = np.where(self.limits[TOP] > 0, self.limits[FLOOR], state.price)

    def anneal(
        self, temperature: int, proposals: int, shares: IntArray, alone: int | None = None
    ) -> None:
        """So many proposals at one temperature, HOTTEST at most; then the penalties adapt.

        ``alone``: that of rows which move alone, where it is another.
        """
        state = self.state
        anneal(
            state.memory,
            state.pairs,
            state.near,
            state.amounts,
            state.price,
            state.is_breach,
            self.kept,
            self.told,
            min(temperature, HOTTEST),
            min(temperature if alone is None else alone, HOTTEST),
            proposals,
            shares,
            self.seed,
            MINUS_LOG,
        )
        self.proposals += proposals
        adapt(state.amounts, state.price, self.limits)

    def cool(
        self,
        temperatures: Sequence[int],
        proposals: int,
        shares: IntArray,
        is_over: Callable[[], bool],
    ) -> None:
        """Only these temperatures, so many proposals each; penalties begin at their lowest.

        Where it ends is what counts: the best on the way is not kept, which costs time. It asks
        whether the time is over every MOST proposals.
        """
        score_in(self.kept)[:] = -NEVER
        limits = limits_at(self.state, uphill_of(self.state, self.seed))
        for term, amount in zip(self.task.terms, self.state.breaches, strict=True):
            if isinstance(term, SEATED) and limits[TOP, amount] > 0:
                # they hold from the first: who once lost that one group is seldom brought back
                limits[FLOOR, amount] = limits[TOP, amount]
        self.demand(limits)
        for temperature in temperatures:
            for done in range(0, proposals, MOST):
                if is_over():
                    return
                self.anneal(temperature, min(MOST, proposals - done), shares)

    def become(self, other: Start) -> None:
        """Takes the state of another copy, and what it kept; but draws its own numbers."""
        state, theirs = self.state, other.state
        state.memory[:] = theirs.memory
        state.amounts[:] = theirs.amounts
        state.price[:] = np.where(self.limits[TOP] > 0, theirs.price, state.price)
        if tuple(score_in(other.kept).tolist()) < tuple(score_in(self.kept).tolist()):
            self.kept[:] = other.kept
        else:
            seats_in(self.kept, self.task.n)
            # its notes led from where it no longer is
            self.kept[LOST] = 1

    def found(self) -> Incumbent:
        """The best so far."""
        values = tuple(score_in(self.kept).tolist())
        if self.incumbent is None or values != values_of(self.incumbent.score):
            seats, options = seats_in(self.kept, self.task.n)
            self.incumbent = Incumbent(
                score_of(score_in(self.kept)), self.state.grouping_of(seats, options)
            )
        return self.incumbent

    def descend(self, is_over: Callable[[], bool]) -> None:
        """Back to the best so far, and downhill by the score until no single move gains.

        Moves of one row, swaps and changes of one option; above DENSE rows swaps of near rows only.
        """
        state, task = self.state, self.task
        state.load(self.found().grouping)
        changed = np.full(task.groups + 1, task.n, dtype=np.int64)
        number, gained = 0, 1
        while gained and not (number and is_over()):
            number += 1
            priced, gained = sweep(
                state.memory,
                state.pairs,
                state.near,
                state.amounts,
                state.is_breach,
                changed,
                number,
                task.n <= DENSE,
            )
            self.proposals += priced
        self.keep()

    def keep(self) -> None:
        """Keeps the state as the best, where it is."""
        now = self.state.score()
        if values_of(now) < tuple(score_in(self.kept).tolist()):
            grouping = self.state.grouping()
            score_in(self.kept)[:] = values_of(now)
            seats, options = seats_in(self.kept, self.task.n)
            seats[:] = grouping.assignment
            options[:] = self.state.options_now()
            self.kept[LOST] = 1
            self.incumbent = Incumbent(now, grouping)
