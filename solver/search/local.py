"""Local search: independent starts, each a descent, an annealing and a descent."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass, field
from threading import Event

import numpy as np

from solver.grouping import Grouping
from solver.pricing import even_seats, shuffled
from solver.quantise import IntArray
from solver.score import Score
from solver.search.anneal import MINUS_LOG, anneal, descend
from solver.search.kernels.structure import WORST
from solver.search.schedule import STEPS, Scale, Work, scale_of
from solver.search.state import State
from solver.task import Task

Progress = Callable[[Score, float], None]
SWEEPS = 100
DENSE = 3_000
"""Above so many rows a full sweep over all pairs takes longer than it gains."""
POLISH = 64
"""In the last descent a breach costs this many times its penalty: nothing is broken for points."""
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

    def __init__(self, task: Task, seed: int, number: int, first: Grouping | None) -> None:
        self.task = task
        mixed = (seed * 1_000_003 + number * 7_919 + 12_345) % 2**63
        self.seed = seed_of(mixed)
        self.state = State(task)
        self.proposals = 0
        draw = np.random.Generator(np.random.PCG64(mixed))
        self.state.load(first or Grouping(shuffled(even_seats(task), draw), task.groups))
        self.best = np.full(6, NEVER, dtype=np.int64)
        self.seats = np.zeros(task.n, dtype=np.int64)
        self.options = self.state.options()
        self.incumbent: Incumbent | None = None
        self._keep()

    def run(self, work: Work, clock: Clock, told: Callable[[Incumbent, float], None]) -> None:
        """The whole schedule, a temperature at a time, until done or ``clock`` says stop."""
        state = self.state
        scale = scale_of(state, self.seed)
        state.price[:] = np.where(scale.top > 0, scale.floor, state.price)
        per_step = max(work.per_row * self.task.n // STEPS, 1)
        step, share = 0, 0.0
        while share < 1 and not clock.over():
            self._anneal(scale.temperature(share), per_step, scale)
            step += 1
            share = step / STEPS if work.seconds is None else clock.elapsed() / work.seconds
            told(self.found(), min(share, 1.0))
        self._polish(clock)

    def found(self) -> Incumbent:
        """The best so far."""
        if self.incumbent is None or tuple(self.best.tolist()) != _values(self.incumbent.score):
            score = Score(*(int(v) for v in self.best))
            self.incumbent = Incumbent(score, self.state.grouping_of(self.seats, self.options))
        return self.incumbent

    def _anneal(self, temperature: int, proposals: int, scale: Scale) -> None:
        state = self.state
        anneal(
            state.memory,
            state.amounts,
            state.price,
            state.is_breach,
            temperature,
            proposals,
            self.seed,
            MINUS_LOG,
            scale.floor,
            scale.top,
            self.best,
            self.seats,
            self.options,
        )
        self.proposals += proposals

    def _polish(self, clock: Clock) -> None:
        """Back to the incumbent, with breaches dear, and downhill from there."""
        state = self.state
        state.load(self.found().grouping)
        penalties = state.is_breach.astype(bool)
        penalties[1:3] = True
        penalties[WORST] = True
        state.price[penalties] = np.minimum(state.price[penalties] * POLISH, 2**46)
        sweeps = SWEEPS if self.task.n <= DENSE else 0
        for _ in range(sweeps):
            before = state.score()
            self.proposals += descend(state.memory, state.amounts, state.price, 1)
            self._keep()
            if state.score() == before or clock.over():
                break

    def _keep(self) -> None:
        now = self.state.score()
        if _values(now) < tuple(self.best.tolist()):
            grouping = self.state.grouping()
            self.best[:] = _values(now)
            self.seats[:] = grouping.assignment
            self.incumbent = Incumbent(now, grouping)


def search(
    task: Task,
    *,
    seed: int,
    work: Work,
    clock: Clock,
    first: Grouping | None = None,
    workers: int = 2,
    progress: Progress | None = None,
) -> tuple[Incumbent, int, tuple[tuple[float, Score], ...]]:
    """The best of ``work.starts`` starts, the proposals made, and the story of improvements.

    The answer does not depend on ``workers``: starts share nothing, and the lower number wins a
    tie. Ctrl-C stops all of them and keeps the best.
    """
    shares = [0.0] * work.starts
    story: list[tuple[float, Score]] = []

    def told(incumbent: Incumbent, share: float, number: int) -> None:
        shares[number] = share
        if not story or incumbent.score < story[-1][1]:
            story.append((clock.elapsed(), incumbent.score))
        if progress is not None:
            progress(story[-1][1], sum(shares) / len(shares))

    def one(number: int) -> tuple[Incumbent, int]:
        """What a start found, and its proposals; its memory goes with it."""
        start = Start(task, seed, number, first)
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


def seed_of(number: int) -> IntArray:
    """(1,) the state of the drawing of numbers; unsigned, whatever its type says."""
    seed: IntArray = np.array([number], dtype=np.uint64)
    return seed


def _values(score: Score) -> tuple[int, ...]:
    return astuple(score)
