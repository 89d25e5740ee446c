"""The front door: whether it can be done, a design where one fits, and a search."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import count
from threading import Event

import numpy as np

from solver.pairing.rotation.bound import bound, least_again, least_unevenness
from solver.pairing.rotation.cooling import COPIES, proposals_of
from solver.pairing.rotation.copy import Copy
from solver.pairing.rotation.designs.fit import fitted
from solver.pairing.rotation.kernels.scale import SCALE
from solver.pairing.rotation.rotation import Rotation, RotationScore
from solver.pairing.rotation.rotation_check import check
from solver.pairing.rotation.rotation_clash import (
    ImpossibleRotationError,
    UnseatedError,
    clash_of,
)
from solver.pairing.rotation.rotation_score import score
from solver.pairing.rotation.rotation_search import Begin, Search, anyhow
from solver.pairing.rotation.seatable import Verdict, seated
from solver.pairing.rotation.sessions import RotationTask
from solver.quantise import IntArray
from solver.search.stopwatch import Clock
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

    ``time_limit`` in seconds of wall clock: it searches on until then, each time twice as long, or
    until nothing can be better. ``progress`` is told the best score and the share of the work, in
    the end all of it. The answer does not depend on ``workers``. Raises ImpossibleRotationError
    (proven) or UnseatedError.
    """
    began = time.monotonic()
    clock = Clock(stop or Event(), None if time_limit is None else began + time_limit, began)
    cores = workers or len(os.sched_getaffinity(0))
    first = [_seated(task, number) for number in range(len(task.sessions))]
    least = least_again(task)
    goal = (least, int(SCALE * least_unevenness(task)))
    design = _designed(task, first, seed)
    found: tuple[tuple[int, int, int], IntArray, str] | None = None

    def told(copy: Copy, share: float) -> None:
        if progress is None:
            return
        seats = copy.best_seats
        if found is not None and found[0] <= copy.found:
            seats = found[1]
        timed = 0.0 if time_limit is None else clock.elapsed() / time_limit
        progress(score(task, seats), share if time_limit is None else min(timed, 1.0))

    for turn, proposals in enumerate(_rounds(task, effort, timed=time_limit is not None)):
        starts = _starts(task, first, design, seed * 31 + turn * COPIES)
        search = Search(task, starts, seed + turn * 104_729, goal)
        search.cool(proposals, clock, cores, told)
        if found is None or search.best.found < found[0]:
            found = search.best.found, search.best.best_seats, search.method
        if search.is_least() or clock.over():
            break
    _, seats, method = found  # type: ignore[misc]  # there is a first round
    stated = score(task, seats)
    rotation = Rotation(
        seats,
        stated.repeats,
        stated.most_meetings,
        stated.unevenness,
        stated.again,
        bound=bound(task),
        least_again=least,
        method=method,
        reproducible=not clock.cut_short,
    )
    check(task, rotation)
    if progress is not None:
        progress(stated, 1.0)
    return rotation


def _rounds(task: RotationTask, effort: Effort, *, timed: bool) -> Iterator[int]:
    """Proposals of a copy in each round: one round, or by the clock ever longer ones."""
    if not timed:
        yield proposals_of(effort, task)
        return
    for turn in count():
        yield proposals_of(Effort.QUICK, task) * 2**turn


def _starts(
    task: RotationTask, first: list[IntArray], design: Begin | None, seed: int
) -> list[Begin]:
    """Where copies begin: every second one with a design, where there is one."""
    starts = [Begin(anyhow(task, first, seed + number)) for number in range(COPIES)]
    if design is not None:
        starts[1::2] = [design] * len(starts[1::2])
    return starts


def _designed(task: RotationTask, first: list[IntArray], seed: int) -> Begin | None:
    """As many sessions as a design seats without a repeat, and the others anyhow."""
    found = fitted(task, seed)
    if found is None:
        return None
    rounds = len(found.seats)
    rest = anyhow(task, first, seed)[rounds:]
    return Begin(np.vstack([found.seats, rest]), f"design: {found.name}", since=rounds)


def _seated(task: RotationTask, number: int) -> IntArray:
    """One way to seat a session. Raises ImpossibleRotationError or UnseatedError."""
    found = seated(task.sessions[number], task.apart_in(number))
    if found.verdict is Verdict.IMPOSSIBLE:
        raise ImpossibleRotationError(clash_of(task, number))
    if found.seats is None:
        raise UnseatedError(number)
    return found.seats
