"""Copies that cool side by side; of what they find the best, the first of equals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice

import numpy as np

from solver.pairing.rotation.bound import fewest_meetings
from solver.pairing.rotation.cooling import COPIES, STEPS, Stage, stages
from solver.pairing.rotation.copy import Copy
from solver.pairing.rotation.kernels.scale import SCALE
from solver.pairing.rotation.plain_arrays import Layout
from solver.pairing.rotation.sessions import RotationTask
from solver.quantise import IntArray
from solver.search.stopwatch import Clock

BREACH = 3
"""A pair at one table that is to be apart costs so many repeats: while it is hot, there is a way
through seats that are not allowed; they are never kept."""

Told = Callable[[Copy, float], None]


@dataclass(frozen=True, eq=False)
class Begin:
    """Where a copy begins: ``seats`` (R, n), made by ``method``.

    ``since``: the first session that its first stage may change; those before repeat nothing.
    """

    seats: IntArray
    method: str = "search"
    since: int = 0


@dataclass(frozen=True)
class _Turn:
    """What a copy does at one temperature; ``again``: it begins from its best."""

    stage: Stage
    temperature: int
    proposals: int
    since: int
    again: bool


class Search:
    """Copies that begin as given, in turn; ``goal``: least again and unevenness possible."""

    def __init__(
        self, task: RotationTask, first: Sequence[Begin], seed: int, goal: tuple[int, int]
    ) -> None:
        self.task = task
        self.goal = goal
        self.fewest_meetings = fewest_meetings(task)
        self.first = list(islice(cycle(first), COPIES))
        layout = Layout.of(task)
        self.copies = [
            Copy(layout, begin.seats, seed * 1_000_003 + number * 7_919 + 12_345)
            for number, begin in enumerate(self.first)
        ]

    @property
    def best(self) -> Copy:
        """The best copy; of equal ones the first."""
        return min(self.copies, key=lambda copy: copy.found)

    @property
    def method(self) -> str:
        """How the best copy began."""
        return self.first[self.copies.index(self.best)].method

    def is_least(self) -> bool:
        """Whether nothing better is possible: who meets again, and as even as can be."""
        again, most, uneven = self.best.found
        least, even = self.goal
        return again <= least and most <= self.fewest_meetings and uneven <= even

    def cool(self, proposals: int, clock: Clock, workers: int, told: Told | None = None) -> None:
        """Every copy through its stages, a temperature at a time; so many proposals each.

        Copies know nothing of each other, and look together whether it is over: what comes out
        does not depend on ``workers``. Ctrl-C stops them and keeps the best.
        """
        plans = [self._plan(number, proposals) for number in range(len(self.copies))]
        with ThreadPoolExecutor(max_workers=max(workers, 1)) as pool:
            try:
                for step, turn in enumerate(zip(*plans, strict=True)):
                    if clock.over() or self.is_least():
                        return
                    list(pool.map(self._one, self.copies, turn))
                    if told is not None:
                        told(self.best, (step + 1) / STEPS)
            except KeyboardInterrupt:
                clock.stop.set()
        clock.over()

    def _one(self, copy: Copy, turn: _Turn) -> None:
        if turn.again:
            copy.load(copy.best_seats)
        if turn.since >= len(self.task.sessions):
            return
        repeat = round(SCALE * turn.stage.repeat)
        copy.anneal(
            turn.temperature,
            turn.proposals,
            repeat,
            # meetings again are dearer where everybody meets often
            BREACH * max(repeat, SCALE) * max(self.fewest_meetings - 1, 1),
            self.goal[0],
            meetings=self.fewest_meetings,
            beyond=round(repeat * turn.stage.beyond),
            even=turn.stage.even,
            since=turn.since,
        )

    def _plan(self, number: int, proposals: int) -> Iterator[_Turn]:
        """STEPS turns, over all stages of a copy."""
        of_copy = stages(self.task, number)
        left = STEPS
        for at, stage in enumerate(of_copy):
            steps = left if stage is of_copy[-1] else round(STEPS * stage.share)
            left -= steps
            since = 0 if at else self.first[number].since
            for step, temperature in enumerate(stage.temperatures(steps)):
                again = at > 0 and step == 0
                yield _Turn(stage, temperature, max(proposals // STEPS, 1), since, again)


def anyhow(task: RotationTask, seated: Sequence[IntArray], seed: int) -> IntArray:
    """(R, n) seats of each session as given, rows that nothing is asked of in any order."""
    draw = np.random.Generator(np.random.PCG64(seed % 2**63))
    seats = np.stack(seated)
    for r, session in enumerate(task.sessions):
        bound = {row for row, _ in session.hosts} | {row for p in task.apart_in(r) for row in p}
        free = np.array([i for i in np.flatnonzero(session.present) if i not in bound], dtype=int)
        seats[r, free] = seats[r, draw.permutation(free)]
    return seats
