"""Large rounds are searched in parts: near groups together, each part a small round by itself.

From a composition of near people a part after the other is annealed at the temperature of the
moment, several at once, then the round is divided anew across other borders and at a lower
temperature (the domains of parallel Monte Carlo). What a search reads of a part is near the
processor, and all of them work on one composition. The answer does not depend on ``workers``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from solver.choices import with_cheapest_choices
from solver.grouping import Grouping
from solver.lowered.counted import SHARED
from solver.lowered.lowered import lower
from solver.quantise import FloatArray, IntArray
from solver.score import Score, score, structural_breaches
from solver.search.anneal import KINDS, TAKEN, TRIED
from solver.search.improvements import Improvement
from solver.search.incumbent import Incumbent
from solver.search.kernels.samples import sample_near
from solver.search.local import Progress, downhill
from solver.search.must_sit import all_sit, mended
from solver.search.near_parts import divided, may_be_divided, near_within, tasks_of
from solver.search.one_copy import Start
from solver.search.schedule import Work
from solver.search.shared import Shared
from solver.search.spatial import features_of, near_seats
from solver.search.stopwatch import Clock
from solver.search.window import SAMPLES, equal_shares, kinds_of, shares_of
from solver.task import Task

LARGE = 4_000
"""From so many rows on."""
ROUNDS, STEPS = 48, 2
"""How often the round is divided, and temperatures each time."""
HOT, COLD = 4, 48
"""The first and the last temperature are that much lower than the median swap for the worse of
near rows in the first composition: it is loosened, and not undone."""
FIRST = 32
"""Proposals a row in the first of the rounds that go by the clock, and at least in the others."""


@dataclass(eq=False)
class _Visit:
    """One part in one round: where it begins, who is near whom, and how much is proposed."""

    task: Task
    first: Grouping
    near: Callable[[], IntArray]
    number: int
    proposals: int
    told: IntArray = field(default_factory=lambda: np.zeros((KINDS, 3), dtype=np.int64))

    def start(self, seed: int) -> Start:
        """Its search, which reads features: a table of all pairs would be too far away."""
        shared = Shared(lower(self.task, most=0), self.near())
        return Start(self.task, seed, self.number, self.first, may_leave=False, shared=shared)

    def run(
        self,
        seed: int,
        temperatures: list[int],
        shares: IntArray,
        is_over: Callable[[], bool],
    ) -> Grouping:
        """What it is after so many proposals at each temperature; ``shares`` (KINDS,) of kinds."""
        start = self.start(seed)
        start.cool(temperatures, self.proposals, shares, is_over)
        self.told = start.told
        return start.state.grouping()


@dataclass(eq=False)
class Parts:
    """A large round, as it is searched; ``found`` is the best so far."""

    task: Task
    seed: int
    work: Work
    clock: Clock
    workers: int
    progress: Progress | None
    now: Grouping
    found: Incumbent
    shared: Shared
    points: IntArray
    weights: FloatArray
    uphill: int = 0
    shares: IntArray | None = None
    proposals: int = 0
    visits: int = 0
    story: list[tuple[float, Score]] = field(default_factory=list)
    by_work: list[Improvement] = field(default_factory=list)

    def run(self) -> None:
        """All rounds, and then downhill over all borders. Ctrl-C ends it and keeps the best."""
        draw = np.random.Generator(np.random.PCG64(self.seed))
        self._tell(self.found.score, 0.0)
        began, end, rounds, share = self.clock.elapsed(), self.work.seconds, 0, 0.0
        # there is one composition, which gets the work of all copies
        all_of_them = self.work.starts * self.work.per_row
        per_row = all_of_them / ROUNDS if end is None else FIRST
        while share < 1 and not self.clock.over():
            before = self.clock.elapsed()
            self._round(draw, share, per_row)
            rounds, share = rounds + 1, (rounds + 1) / ROUNDS
            if end is not None:
                now, all_time = self.clock.elapsed(), max(end - began, 1e-9)
                per_row = max(per_row * all_time / ROUNDS / max(now - before, 1e-9), FIRST)
                share = (now - began) / all_time
            self._tell(self.found.score, min(share, 1.0))
        self.found = downhill(self.task, self.found, self.clock, self.shared)
        self._tell(self.found.score, 1.0)

    def _round(self, draw: np.random.Generator, share: float, per_row: float) -> None:
        """Every part once, when ``share`` of all work is done."""
        division = divided(self.now, self.points, self.weights, self.shared.near, draw)
        tasks = tasks_of(self.task, self.now, division)
        visits = [
            _Visit(
                task,
                division.grouping_of(part, self.now),
                partial(near_within, self.shared.near, division, part),
                self.visits + part,
                round(per_row * task.n / STEPS) + 1,
            )
            for part, task in enumerate(tasks)
        ]
        if self.shares is None:
            start = visits[0].start(self.seed)
            self.uphill, kinds = uphill_of(start), kinds_of(start.task, start.state)
            self.shares = equal_shares(kinds)
        temperatures, shares = self._temperatures(share), self.shares

        def visit(part: int) -> Grouping:
            """What a part is afterwards; as it was, where the time is over."""
            over = self.clock.over
            one = visits[part]
            return one.first if over() else one.run(self.seed, temperatures, shares, over)

        # the largest first, so that all end together
        order = sorted(range(len(tasks)), key=lambda part: -tasks[part].n)
        with ThreadPoolExecutor(max_workers=max(self.workers, 1)) as pool:
            futures = {part: pool.submit(visit, part) for part in order}
            try:
                wait(futures.values())
            except KeyboardInterrupt:
                self.clock.stop.set()
        self.visits += len(tasks)
        told = np.sum([one.told for one in visits], axis=0)
        self.proposals += int(told[:, TRIED].sum())
        # what a kind is worth is seen in this round, and used in the next
        worth = told[:, TAKEN] / np.maximum(told[:, TRIED], 1)
        self.shares = shares_of(worth, self.shares > 0)
        self.now = division.joined([futures[part].result() for part in range(len(tasks))])
        value = score(self.task, self.now)
        if value < self.found.score:
            self.found = Incumbent(value, self.now)

    def _temperatures(self, share: float) -> list[int]:
        """Of a round: falling geometrically over all of them."""
        shares = [share + step / (STEPS * ROUNDS) for step in range(STEPS)]
        falls = [math.exp(-each * math.log(COLD / HOT)) for each in shares]
        return [max(int(round(fall, 6) * self.uphill / HOT), 0) for fall in falls]

    def _tell(self, now: Score, share: float) -> None:
        if not self.story or now < self.story[-1][1]:
            self.story.append((self.clock.elapsed(), now))
            self.by_work.append((share, now))
        if self.progress is not None:
            self.progress(self.story[-1][1], share)


def uphill_of(start: Start) -> int:
    """The median swap for the worse among near rows, by points alone."""
    moves = np.zeros(SAMPLES, dtype=np.int64)
    state = start.state
    price = np.zeros_like(state.price)
    price[SHARED] = 1
    sample_near(state.memory, state.pairs, state.near, price, start.seed, moves)
    worse = moves[moves > 0]
    return int(np.median(worse)) if worse.size else 1


def parts_of(
    task: Task, *, seed: int, work: Work, clock: Clock, workers: int, progress: Progress | None
) -> Parts | None:
    """The search in parts; None where the round is not large, or is no sum of parts.

    Nor where somebody must sit where no swap of the first composition brings them: that is found
    by moves through the whole round only.
    """
    if task.n <= LARGE or not may_be_divided(task):
        return None
    seats = near_seats(task)
    if seats is None:
        return None
    points, weights = features_of(task)
    first = with_cheapest_choices(task.terms, mended(task, seats, points), task)
    value = score(task, first)
    if value.groups_off or structural_breaches(task, first) or not all_sit(task, first):
        return None
    found = Incumbent(value, first)
    shared = Shared.of(task)
    return Parts(task, seed, work, clock, workers, progress, first, found, shared, points, weights)
