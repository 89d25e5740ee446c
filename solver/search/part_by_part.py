"""Large rounds are searched in parts: near groups together, each part a small round by itself.

From a composition of near people a part after the other is annealed at the temperature of the
moment, several at once, then the round is divided anew across other borders and at a lower
temperature (the domains of parallel Monte Carlo). What a search reads of a part is near the
processor, and all of them work on one composition. The answer does not depend on ``workers``.
"""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from solver.choices import with_cheapest_choices
from solver.grouping import Grouping
from solver.lowered.lowered import lower
from solver.quantise import FloatArray, IntArray
from solver.score import Score, score
from solver.search.kernels.near_moves import sample_near
from solver.search.local import Clock, Incumbent, Progress, Start, downhill
from solver.search.must_sit import mended
from solver.search.near_parts import divided, may_be_divided, near_within, tasks_of
from solver.search.schedule import SAMPLES, Work, points_only
from solver.search.shared import Shared
from solver.search.spatial import features_of, near_seats
from solver.task import Task
from solver.terms import Place, Stay, Together

LARGE = 4_000
"""From so many rows on."""
ROUNDS, STEPS = 48, 2
"""How often the round is divided, and temperatures each time."""
HOT, COLD = 4, 48
"""The first and the last temperature are that much lower than the median swap for the worse of
near rows in the first composition: it is loosened, and not undone."""
LESS = 2
"""Proposals a row are so much fewer than those of a search that begins anywhere."""
FIRST = 32
"""Proposals a row in a round by which the time of the others is known."""


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
    proposals: int = 0
    visits: int = 0
    story: list[tuple[float, Score]] = field(default_factory=list)

    def run(self) -> None:
        """All rounds, and then downhill over all borders."""
        draw = np.random.Generator(np.random.PCG64(self.seed))
        self._tell(self.found.score, 0.0)
        per_row = self.work.per_row / LESS / ROUNDS
        if self.work.seconds is not None:
            per_row = self._paced(self._round(draw, 0, FIRST), FIRST, 0)
        for number in range(ROUNDS):
            if self.clock.over():
                break
            took = self._round(draw, number, per_row)
            if self.work.seconds is not None:
                per_row = self._paced(took, per_row, number + 1)
        self.found = downhill(self.task, self.found, self.clock, self.shared)
        self._tell(self.found.score, 1.0)

    def _paced(self, took: float, per_row: float, number: int) -> float:
        """Proposals a row that fill the time, where so many ``took`` so long."""
        left = (self.work.seconds or 0.0) - self.clock.elapsed()
        each = left / max(ROUNDS - number, 1)
        return max(per_row * each / max(took, 1e-9), 1.0)

    def _round(self, draw: np.random.Generator, number: int, per_row: float) -> float:
        """Every part once; the seconds it took."""
        began = self.clock.elapsed()
        division = divided(self.now, self.points, self.weights, self.shared.near, draw)
        tasks = tasks_of(self.task, self.now, division)
        firsts = [division.grouping_of(part, self.now) for part in range(division.parts)]

        def visit(part: int) -> tuple[Grouping, int]:
            """What a part is afterwards, and the proposals made."""
            if self.clock.over():
                return firsts[part], 0
            near = near_within(self.shared.near, division, part)
            # in columns: a table of all pairs would not stay near the processor
            shared = Shared(lower(tasks[part], most=0), near)
            order = self.visits + part
            start = Start(
                tasks[part], self.seed, order, firsts[part], may_leave=False, shared=shared
            )
            if not self.uphill:
                self.uphill = uphill_of(start)
            start.cool(self._temperatures(number), round(per_row * tasks[part].n / STEPS) + 1)
            return start.state.grouping(), start.proposals

        # the first tells how hot it is for all; then the largest first, so that all end together
        each = {0: visit(0)} if not self.uphill else {}
        rest = [part for part in range(division.parts) if part not in each]
        rest.sort(key=lambda part: -tasks[part].n)
        with ThreadPoolExecutor(max_workers=max(self.workers, 1)) as pool:
            each |= zip(rest, pool.map(visit, rest), strict=True)
        self.visits += division.parts
        self.proposals += sum(made for _, made in each.values())
        self.now = division.joined([each[part][0] for part in range(division.parts)])
        value = score(self.task, self.now)
        if value < self.found.score:
            self.found = Incumbent(value, self.now)
        self._tell(self.found.score, (number + 1) / (ROUNDS + 1))
        return self.clock.elapsed() - began

    def _temperatures(self, number: int) -> list[int]:
        """Of a round: falling geometrically over all of them."""
        total = ROUNDS * STEPS - 1
        shares = [(number * STEPS + step) / total for step in range(STEPS)]
        falls = [math.exp(-share * math.log(COLD / HOT)) for share in shares]
        return [max(int(round(fall, 6) * self.uphill / HOT), 0) for fall in falls]

    def _tell(self, now: Score, share: float) -> None:
        if not self.story or now < self.story[-1][1]:
            self.story.append((self.clock.elapsed(), now))
        if self.progress is not None:
            self.progress(self.story[-1][1], share)


def uphill_of(start: Start) -> int:
    """The median swap for the worse among near rows, by points alone."""
    moves = np.zeros(SAMPLES, dtype=np.int64)
    state = start.state
    sample_near(state.memory, state.pairs, state.near, points_only(state), start.seed, moves)
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
    bound = [t for t in task.terms if isinstance(t, Place | Stay | Together)]
    value = score(task, first)
    if any(term.charge(first).breaches.any() for term in bound) or value.groups_off:
        return None
    found = Incumbent(value, first)
    shared = Shared.of(task)
    return Parts(task, seed, work, clock, workers, progress, first, found, shared, points, weights)
