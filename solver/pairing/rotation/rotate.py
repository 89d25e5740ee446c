"""The front door: whether it can be done, a design where one fits, and a search."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from threading import Event

from solver.pairing.rotation.bound import bound, least_unevenness
from solver.pairing.rotation.check import check
from solver.pairing.rotation.clash import ImpossibleRotationError, UnseatedError, clash_of
from solver.pairing.rotation.cooling import COPIES, PROPOSALS
from solver.pairing.rotation.copy import Copy
from solver.pairing.rotation.kernels.scale import SCALE
from solver.pairing.rotation.rotation import Rotation, RotationScore
from solver.pairing.rotation.score import score
from solver.pairing.rotation.search import Search, anyhow
from solver.pairing.rotation.seated import Seated, Verdict, seated
from solver.pairing.rotation.task import RotationTask
from solver.quantise import IntArray
from solver.search.clock import Clock
from solver.solution import Effort

Progress = Callable[[RotationScore, float], None]


def rotate(
    task: RotationTask,
    *,
    seed: int = 0,
    effort: Effort = Effort.NORMAL,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Event | None = None,
    workers: int | None = None,
) -> Rotation:
    """Checked seats for all sessions that meet every demand, as good as the effort allows.

    ``time_limit`` in seconds of wall clock: it searches on until then, or until nothing can be
    better. ``progress`` is told the best score and the share of the work. The answer does not
    depend on ``workers``. Raises ImpossibleRotationError (proven) or UnseatedError.
    """
    began = time.monotonic()
    clock = Clock(stop or Event(), None if time_limit is None else began + time_limit, began)
    cores = workers or len(os.sched_getaffinity(0))
    first = [_seated(task, number) for number in range(len(task.sessions))]
    fewest = bound(task)
    goal = (fewest, int(SCALE * least_unevenness(task)))
    starts = [anyhow(task, first, seed * 31 + number) for number in range(COPIES)]
    search = Search(task, starts, seed, goal)

    def told(copy: Copy, share: float) -> None:
        if progress is not None:
            progress(score(task, copy.best_seats), share)

    search.cool(PROPOSALS[effort], clock, cores, told)
    return _rotation(task, search.best.best_seats, fewest, "search", clock)


def _rotation(
    task: RotationTask, seats: IntArray, fewest: int, method: str, clock: Clock
) -> Rotation:
    found = score(task, seats)
    rotation = Rotation(
        seats,
        found.repeats,
        found.most_meetings,
        found.unevenness,
        bound=fewest,
        method=method,
        reproducible=not clock.cut_short,
    )
    check(task, rotation)
    return rotation


def _seated(task: RotationTask, number: int) -> IntArray:
    """One way to seat a session. Raises ImpossibleRotationError or UnseatedError."""
    found: Seated = seated(task.sessions[number], task.apart_in(number))
    if found.verdict is Verdict.IMPOSSIBLE:
        raise ImpossibleRotationError(clash_of(task, number))
    if found.seats is None:
        raise UnseatedError(number)
    return found.seats
