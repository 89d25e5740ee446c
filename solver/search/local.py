"""Local search: copies that cool together within a measured window, and then go downhill."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from functools import partial

import numpy as np

from solver.grouping import Grouping
from solver.score import Score
from solver.search.anneal import KINDS
from solver.search.improvements import Improvement, Told, falling
from solver.search.incumbent import Incumbent, values_of
from solver.search.one_copy import Start
from solver.search.penalties import limits_at
from solver.search.population import resample
from solver.search.schedule import STEPS, Work
from solver.search.shared import Shared
from solver.search.splitmix import seed_of
from solver.search.stopwatch import Clock
from solver.search.window import (
    FALL,
    MOST_STEPS,
    OPEN_COLD,
    Window,
    equal_shares,
    kinds_of,
    open_now,
    uphill_of,
    window_of,
)
from solver.sizes import most_placed
from solver.task import Task

Progress = Callable[[Score, float], None]
TURNS = 24
"""How often, while it cools, better copies take the place of worse ones."""
MEASURING = 8
"""Of all proposals one in so many goes to measuring the window."""
HASTE = 32
"""Temperatures that the measuring is planned for."""
TIMED_STEP = 2
"""By the clock it takes so many times as much at each as the search does between two looks."""
QUIET = 3
"""Measuring ends when in so many temperatures hardly anything moved."""
DEAR = 3
"""A breach costs at least so many times the first temperature."""
LOOK = 1.0
"""Seconds between two looks at the clock, at most, where a search cools by it."""


def measured(start: Start, proposals: int, clock: Clock, until: float = math.inf) -> Window:
    """The window, from one copy that cools in haste: about so many proposals in all.

    With ``until`` as many as there is time for until that moment of the clock: it goes all the way
    down in any case, or nobody would know where the window ends.
    """
    task, state = start.task, start.state
    counts = kinds_of(task, state)
    shares = equal_shares(counts)
    first = uphill_of(state, start.seed)
    start.demand(limits_at(state, first))
    per_step = max(proposals // HASTE, 1)
    temperatures: list[int] = []
    told = np.zeros((0, KINDS, 3), dtype=np.int64)
    for step in range(MOST_STEPS):
        temperature, began = round(first * FALL**step), clock.elapsed()
        start.told[:] = 0
        start.anneal(temperature, per_step, shares)
        temperatures.append(temperature)
        told = np.concatenate([told, start.told[np.newaxis]])
        quiet = open_now(told[-QUIET:].sum(axis=0), counts) < OPEN_COLD / 4
        if (len(told) > QUIET and quiet) or temperature <= 1 or clock.over():
            break
        if until < math.inf:
            now = clock.elapsed()
            each = min(max(until - now, 0.0) / max(HASTE - step - 1, 1), LOOK)
            per_step = max(round(per_step * min(each / max(now - began, 1e-9), 2)), task.n)
    return window_of(temperatures, told, counts)


def _measured(scout: Start, work: Work, clock: Clock) -> Window:
    """The window, for a part of the work; by the clock for a part of the time."""
    n = scout.task.n
    if work.seconds is None:
        return measured(scout, work.per_row * n * work.starts // MEASURING, clock)
    now = clock.elapsed()
    per_step = TIMED_STEP * max(work.per_row // STEPS, 1) * n
    return measured(scout, per_step * HASTE, clock, now + (work.seconds - now) / MEASURING)


def downhill(task: Task, given: Incumbent, clock: Clock, shared: Shared | None = None) -> Incumbent:
    """From what is given by any other way to where no single move gains.

    ``shared``: what it reads with searches of the same task, where that is known.
    """
    start = Start(task, 0, 0, given.grouping, shared=shared)
    start.descend(clock.over)
    return start.found()


class _Run:
    """One search: its copies, and how far they are."""

    def __init__(
        self, starts: list[Start], seed: int, work: Work, clock: Clock, progress: Progress | None
    ) -> None:
        self.starts = starts
        self.seed = seed_of(seed % 2**63)
        self.work = work
        self.clock = clock
        self.progress = progress
        self.story: list[tuple[float, Score]] = []
        self.by_work: list[Improvement] = []

    def told(self, share: float) -> bool:
        """Takes note of the best so far; whether nothing better can be found."""
        best = best_of(self.starts).score
        if not self.story or best < self.story[-1][1]:
            self.story.append((self.clock.elapsed(), best))
        self.by_work.append((min(share, 1.0), best))
        if self.progress is not None:
            self.progress(self.story[-1][1], min(share, 1.0))
        return self.work.seconds is not None and _is_least(best, self.starts[0].task)

    def cool(self, pool: Executor, window: Window) -> None:
        """From the first temperature to the last, a step at a time, until done or told to stop."""
        task, begun = self.starts[0].task, self.clock.elapsed()
        per_step = max(self.work.per_row * task.n // STEPS, 1)
        step, share, turn, over = 0, 0.0, 0, False
        warm = window.temperature(0.0)
        while not over and share < 1 and not self.clock.over():
            now = window.temperature(share)
            if int(share * TURNS) > turn:
                resample(self.starts, warm, now, self.seed)
                turn, warm = int(share * TURNS), now
            step_of = partial(
                Start.anneal,
                temperature=now,
                proposals=per_step,
                shares=window.shares,
                alone=window.alone(share),
            )
            _all(pool, step_of, self.starts)
            step += 1
            before, share = share, step / STEPS
            if self.work.seconds is not None:
                seconds = max(self.work.seconds - begun, 1e-9)
                share = (self.clock.elapsed() - begun) / seconds
                # as many looks at the clock as there are temperatures, however fast this machine is
                usual = min(1 / STEPS, LOOK / seconds) / max(share - before, 1e-12)
                per_step = max(round(per_step * min(max(usual, 0.5), 2)), 1)
            over = self.told(share)

    def finish(self, pool: Executor) -> None:
        """All of them downhill; the best alone where the time is over."""
        best = min(self.starts, key=lambda start: values_of(start.found().score))
        starts = [best] if self.clock.over() else self.starts
        _all(pool, lambda start: start.descend(self.clock.over), starts)
        self.told(1.0)


def _all(pool: Executor, act: Callable[[Start], None], starts: Sequence[Start]) -> None:
    """Does so with each; what has begun is over afterwards, at Ctrl-C too.

    Otherwise one thread would still move a copy that another one takes downhill.
    """
    futures = [pool.submit(act, start) for start in starts]
    try:
        wait(futures)
    except KeyboardInterrupt:
        _end(futures)
        raise
    for future in futures:
        future.result()


def _end(futures: Sequence[Future[None]]) -> None:
    """Cancels what has not begun, and waits for the rest, however often Ctrl-C is pressed."""
    for future in futures:
        future.cancel()
    while not all(future.done() for future in futures):
        with suppress(KeyboardInterrupt):
            wait(futures)


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
) -> tuple[Incumbent, int, Told]:
    """The best of ``work.starts`` copies, the proposals made, and the story of improvements.

    ``first``: where they begin, in turn (None: anywhere); ``keeps``: every second place is for a
    copy that breaks nothing more, whoever takes it; ``may_leave``: whether the search may take
    somebody out of all groups.
    The answer does not depend on ``workers``: copies meet between two temperatures only, and the
    lower number wins a tie. Ctrl-C stops all of them and keeps the best.
    """
    shared = Shared.of(task)

    def start(number: int) -> Start:
        begin = first[number % len(first)] if first else None
        strictly = keeps and number % 2 == 1
        return Start(task, seed, number, begin, keeps=strictly, may_leave=may_leave, shared=shared)

    starts = [start(number) for number in range(work.starts)]
    scout = start(work.starts)
    run = _Run(starts, seed, work, clock, progress)
    with ThreadPoolExecutor(max_workers=max(workers, 1)) as pool:
        try:
            window = _measured(scout, work, clock)
            limits = limits_at(scout.state, max(DEAR * window.hot // 2, 1))
            for one in starts:
                one.demand(limits)
            run.cool(pool, window)
        except KeyboardInterrupt:
            clock.stop.set()
        while True:
            try:
                run.finish(pool)
                break
            except KeyboardInterrupt:
                clock.stop.set()
    made = sum(one.proposals for one in (*starts, scout))
    return best_of([*starts, scout]), made, Told(tuple(run.story), tuple(falling(run.by_work)))


def best_of(starts: Sequence[Start]) -> Incumbent:
    """The best of all; of equal ones the first."""
    return min((start.found() for start in starts), key=lambda one: values_of(one.score))


def _is_least(score: Score, task: Task) -> bool:
    """Whether no grouping has a smaller score, but for the lot: nobody out, and nothing to wish.

    Where a term gives, points go below zero. With a standing the least is not known.
    """
    levels = (score.hard, score.groups_off, score.worst, score.alike, score.points)
    full = score.not_placed == task.n - most_placed(task)
    least = full and not any(levels) and not any(score.standing)
    return least and not any(term.gives for term in task.terms)
