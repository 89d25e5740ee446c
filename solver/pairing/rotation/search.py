"""Copies that cool side by side; of what they find the best, the first of equals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from itertools import cycle, islice

import numpy as np

from solver.pairing.rotation.cooling import COPIES, STEPS, Stage, stages
from solver.pairing.rotation.copy import Copy
from solver.pairing.rotation.kernels.scale import SCALE
from solver.pairing.rotation.layout import Layout
from solver.pairing.rotation.task import RotationTask
from solver.quantise import IntArray
from solver.search.clock import Clock

BREACH = 16
"""A pair at one table that is to be apart costs so many repeats."""

Told = Callable[[Copy, float], None]


class Search:
    """Copies from given seats (R, n) each, in turn; ``goal``: no fewer repeats are possible."""

    def __init__(
        self, task: RotationTask, first: Sequence[IntArray], seed: int, goal: tuple[int, int]
    ) -> None:
        self.task = task
        self.goal = goal
        layout = Layout.of(task)
        self.copies = [
            Copy(layout, seats, seed * 1_000_003 + number * 7_919 + 12_345)
            for number, seats in enumerate(islice(cycle(first), COPIES))
        ]

    @property
    def best(self) -> Copy:
        """The best copy; of equal ones the first."""
        return min(self.copies, key=lambda copy: copy.found)

    def is_least(self) -> bool:
        """Whether nothing better is possible: fewest repeats, and as even as can be."""
        repeats, most, uneven = self.best.found
        fewest, even = self.goal
        return repeats <= fewest and most <= 1 + (fewest > 0) and uneven <= even

    def cool(self, proposals: int, clock: Clock, workers: int, told: Told | None = None) -> None:
        """Every copy through its stages, a temperature at a time; so many proposals each."""
        plans = [self._plan(number, proposals) for number in range(len(self.copies))]
        with ThreadPoolExecutor(max_workers=max(workers, 1)) as pool:
            for step, turn in enumerate(zip(*plans, strict=True)):
                if clock.over() or self.is_least():
                    return
                self._turn(pool, turn)
                if told is not None:
                    told(self.best, (step + 1) / STEPS)

    def _turn(self, pool: Executor, turn: Sequence[tuple[Stage, int, int, bool]]) -> None:
        list(pool.map(self._one, self.copies, turn))

    def _one(self, copy: Copy, now: tuple[Stage, int, int, bool]) -> None:
        stage, temperature, proposals, begins = now
        if begins:
            copy.load(copy.best_seats)
        repeat = round(SCALE * stage.repeat)
        breach = BREACH * max(repeat, SCALE)
        copy.anneal(temperature, proposals, repeat, breach, self.goal[0], even=stage.even)

    def _plan(self, number: int, proposals: int) -> Iterator[tuple[Stage, int, int, bool]]:
        """Stage, temperature, proposals, and whether a later stage begins: STEPS in all."""
        of_copy = stages(self.task, number)
        left = STEPS
        for at, stage in enumerate(of_copy):
            steps = left if stage is of_copy[-1] else round(STEPS * stage.share)
            left -= steps
            for step, temperature in enumerate(stage.temperatures(steps)):
                yield stage, temperature, max(proposals // STEPS, 1), at > 0 and step == 0


def anyhow(task: RotationTask, seated: Sequence[IntArray], seed: int) -> IntArray:
    """(R, n) seats of each session as given, rows that nothing is asked of in any order."""
    draw = np.random.Generator(np.random.PCG64(seed % 2**63))
    seats = np.stack(seated)
    for r, session in enumerate(task.sessions):
        bound = {row for row, _ in session.hosts} | {row for p in task.apart_in(r) for row in p}
        free = np.array([i for i in np.flatnonzero(session.present) if i not in bound], dtype=int)
        seats[r, free] = seats[r, draw.permutation(free)]
    return seats
