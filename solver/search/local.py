"""Local search: independent starts, each a descent, an annealing and a descent."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass, field, replace
from threading import Event

import numpy as np

from solver.grouping import Grouping
from solver.pricing import shuffled
from solver.quantise import IntArray
from solver.score import Score
from solver.search.anneal import FLOOR, LEVELS_ONE, MINUS_LOG, TOP, anneal
from solver.search.kernels.descent import sweep
from solver.search.schedule import STEPS, Scale, Work, scale_of, strict
from solver.search.shared import Shared
from solver.search.state import State
from solver.sizes import even_seats, most_placed
from solver.task import Task

Progress = Callable[[Score, float], None]
DENSE = 3_000
"""Up to so many rows the last descent tries every swap; above, those of near rows only."""
NEVER = 2**62


@dataclass(frozen=True, eq=False)
class Incumbent:
    """The best grouping of one start, or of all."""

    score: Score
    grouping: Grouping


@dataclass(eq=False)
class Clock:
    """When to stop: a stop event, or a moment; and whether that has happened."""

    stop: Event
    deadline: float | None
    began: float = field(default_factory=time.monotonic)
    cut_short: bool = False

    def elapsed(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self.began

    def over(self) -> bool:
        """Whether the search is to end now; remembers that it was cut short."""
        late = self.deadline is not None and time.monotonic() >= self.deadline
        if late or self.stop.is_set():
            self.cut_short = True
        return self.cut_short


class Start:
    """One start: its own state, seed and incumbent."""

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

        ``shared``: what it reads with other starts of the same search.
        """
        self.task = task
        self.keeps = keeps
        mixed = (seed * 1_000_003 + number * 7_919 + 12_345) % 2**63
        self.seed = seed_of(mixed)
        self.state = State(task, may_leave, shared)
        self.proposals = 0
        draw = np.random.Generator(np.random.PCG64(mixed))
        self.state.load(first or Grouping(shuffled(even_seats(task), draw), task.groups))
        self.best = np.full(LEVELS_ONE + self.state.stands, NEVER, dtype=np.int64)
        self.seats = np.zeros(task.n, dtype=np.int64)
        self.options = self.state.options()
        self.incumbent: Incumbent | None = None
        self._keep()

    def run(
        self, work: Work, clock: Clock, told: Callable[[Incumbent, float], bool | None]
    ) -> None:
        """The whole schedule, a temperature at a time, until done or ``clock`` says stop.

        ``told`` gives whether nothing better can be found, so that it ends.
        """
        state = self.state
        scale = scale_of(state, self.seed)
        if self.keeps:
            scale = replace(scale, limits=strict(scale.limits))
        state.price[:] = np.where(scale.limits[TOP] > 0, scale.limits[FLOOR], state.price)
        per_step = max(work.per_row * self.task.n // STEPS, 1)
        step, share, over = 0, 0.0, False
        while not over and share < 1 and not clock.over():
            self._anneal(scale.temperature(share), per_step, scale)
            step += 1
            share = step / STEPS if work.seconds is None else clock.elapsed() / work.seconds
            over = bool(told(self.found(), min(share, 1.0)))
        self.descend(clock)

    def cool(self, temperatures: Sequence[int], proposals: int) -> None:
        """Only these temperatures, so many proposals each; penalties begin at their lowest.

        Where it ends is what counts: the best on the way is not kept, which costs time.
        """
        self.best[:] = -NEVER
        scale = scale_of(self.state, self.seed)
        price = self.state.price
        price[:] = np.where(scale.limits[TOP] > 0, scale.limits[FLOOR], price)
        for temperature in temperatures:
            self._anneal(temperature, proposals, scale)

    def found(self) -> Incumbent:
        """The best so far."""
        if self.incumbent is None or tuple(self.best.tolist()) != _values(self.incumbent.score):
            score = score_of(self.best)
            self.incumbent = Incumbent(score, self.state.grouping_of(self.seats, self.options))
        return self.incumbent

    def _anneal(self, temperature: int, proposals: int, scale: Scale) -> None:
        state = self.state
        anneal(
            state.memory,
            state.pairs,
            state.near,
            state.amounts,
            state.price,
            state.is_breach,
            temperature,
            proposals,
            self.seed,
            MINUS_LOG,
            scale.limits,
            self.best,
            self.seats,
            self.options,
        )
        self.proposals += proposals

    def descend(self, clock: Clock) -> None:
        """Back to the best so far, and downhill by the score until no single move gains.

        Moves of one row, swaps and changes of one option; above DENSE rows swaps of near rows only.
        """
        state, task = self.state, self.task
        state.load(self.found().grouping)
        changed = np.full(task.groups + 1, task.n, dtype=np.int64)
        number, gained = 0, 1
        while gained and not (number and clock.over()):
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
        self._keep()

    def _keep(self) -> None:
        now = self.state.score()
        if _values(now) < tuple(self.best.tolist()):
            grouping = self.state.grouping()
            self.best[:] = _values(now)
            self.seats[:] = grouping.assignment
            self.incumbent = Incumbent(now, grouping)


def downhill(task: Task, given: Incumbent, clock: Clock, shared: Shared | None = None) -> Incumbent:
    """From what is given by any other way to where no single move gains.

    ``shared``: what it reads with searches of the same task, where that is known.
    """
    start = Start(task, 0, 0, given.grouping, shared=shared)
    start.descend(clock)
    return start.found()


def search(
    task: Task,
    *,
    seed: int,
    work: Work,
    clock: Clock,
    first: Sequence[Grouping | None] = (),
    keeps: bool = False,
    may_leave: bool | None = None,
    workers: int = 2,
    progress: Progress | None = None,
) -> tuple[Incumbent, int, tuple[tuple[float, Score], ...]]:
    """The best of ``work.starts`` starts, the proposals made, and the story of improvements.

    ``first``: where they begin, in turn (None: anywhere); ``keeps``: every second one never breaks
    what holds there; ``may_leave``: whether the search may take somebody out of all groups.
    The answer does not depend on ``workers``: starts share nothing, and the lower number wins a
    tie. Ctrl-C stops all of them and keeps the best.
    """
    shared = Shared.of(task)
    shares = [0.0] * work.starts
    story: list[tuple[float, Score]] = []

    def told(incumbent: Incumbent, share: float, number: int) -> bool:
        """What a start has; and whether none can find better, where they go by the clock."""
        if not story or incumbent.score < story[-1][1]:
            story.append((clock.elapsed(), incumbent.score))
        ends = work.seconds is not None and _is_least(story[-1][1], task)
        shares[number] = 1.0 if ends else share
        if progress is not None:
            progress(story[-1][1], sum(shares) / len(shares))
        return ends

    def one(number: int) -> tuple[Incumbent, int]:
        """What a start found, and its proposals; its memory goes with it."""
        begin = first[number % len(first)] if first else None
        strictly = keeps and number % 2 == 1
        start = Start(task, seed, number, begin, keeps=strictly, may_leave=may_leave, shared=shared)
        start.run(work, clock, lambda incumbent, share: told(incumbent, share, number))
        return start.found(), start.proposals

    with ThreadPoolExecutor(max_workers=max(workers, 1)) as pool:
        futures = [pool.submit(one, number) for number in range(work.starts)]
        while True:
            try:
                found = [future.result() for future in futures]
                break
            except KeyboardInterrupt:
                clock.stop.set()
    best = min((incumbent for incumbent, _ in found), key=lambda one: _values(one.score))
    return best, sum(proposals for _, proposals in found), tuple(story)


def _is_least(score: Score, task: Task) -> bool:
    """Whether no grouping has a smaller score, but for the lot: nobody out, and nothing to wish.

    Where a term gives, points go below zero. With a standing the least is not known.
    """
    levels = (score.hard, score.groups_off, score.worst, score.alike, score.points)
    full = score.not_placed == task.n - most_placed(task)
    least = full and not any(levels) and not any(score.standing)
    return least and not any(term.gives for term in task.terms)


def seed_of(number: int) -> IntArray:
    """(1,) the state of the drawing of numbers; unsigned, whatever its type says."""
    seed: IntArray = np.array([number], dtype=np.uint64)
    return seed


def _values(score: Score) -> tuple[int, ...]:
    """The score as one row of numbers, as a search keeps it."""
    hard, not_placed, groups_off, standing, *others = astuple(score)
    return hard, not_placed, groups_off, *standing, *others


def score_of(values: IntArray) -> Score:
    """The score that such a row of numbers says."""
    hard, not_placed, groups_off, *rest = (int(v) for v in values)
    *standing, worst, alike, points, lot = rest
    return Score(hard, not_placed, groups_off, tuple(standing), worst, alike, points, lot)
