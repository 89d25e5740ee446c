"""A few good answers that really differ: each the best found among those unlike all before it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from threading import Event
from typing import Any

from solver.alternatives.unlike import unlike
from solver.check import check
from solver.conflict import InfeasibleError
from solver.score import Score
from solver.search.local import Progress
from solver.solution import Effort, Solution, Status
from solver.solve import NothingFoundError, solve
from solver.task import Task

DIFFER, LOSS = Fraction(1, 4), Fraction(3, 100)
"""By which share of the pairs two answers differ at least, and what one more may cost at most."""
LOSABLE = ("worst", "alike", "points")
"""Levels of the score in which an answer may be so much worse; in those before them it may not."""


@dataclass(frozen=True)
class Alternatives:
    """``found``: the best first; ``complete``: it is proven that there is no further one."""

    found: tuple[Solution, ...]
    complete: bool


def alternatives(
    task: Task,
    *,
    count: int = 3,
    differ: Fraction = DIFFER,
    loss: Fraction = LOSS,
    seed: int = 0,
    effort: Effort = Effort.NORMAL,
    time_limit: float | None = None,
    first: Solution | None = None,
    progress: Progress | None = None,
    stop: Event | None = None,
    workers: int | None = None,
) -> Alternatives:
    """Up to ``count`` checked answers of which any two differ by ``differ`` at least.

    The first is what ``solve`` gives, or ``first``, an answer already found. Each of the others is
    the best found among the groupings that break nothing and differ so from all before it; it is
    kept while it places as many, in as many groups, who stand as high, and costs no more than
    ``loss`` more in each level behind those; else the list ends. Up to SMALL rows each is the best
    there is. Where an answer turns out better than the first, it comes first.

    Ctrl-C ends it, and what was found till then is kept.

    ``differ`` from 0 to 1, ``loss`` from 0: shares. ``time_limit`` in seconds for all. Raises
    InfeasibleError or NothingFoundError, where there is no first.
    """
    began, told, stop = time.monotonic(), progress or _nothing, stop or Event()

    def given(turn: int) -> dict[str, Any]:
        left = None if time_limit is None else began + time_limit - time.monotonic()
        return {
            "seed": seed,
            "effort": effort,
            "time_limit": None if left is None else max(left, 0.0) / (count - turn),
            "progress": lambda now, share: told(now, (turn + share) / count),
            "stop": stop,
            "workers": workers,
        }

    known = first or solve(task, **given(0))
    asked, found = replace(task, floor=known.floor), [known]
    for turn in range(1, count):
        if stop.is_set():
            break
        try:
            other = solve(_unlike_all(asked, found, differ), **given(turn))
        except InfeasibleError:
            return Alternatives(tuple(found), complete=True)
        except (NothingFoundError, KeyboardInterrupt):  # what was found before is there
            break
        if not is_kept(found[0].score, other.score, loss):
            return Alternatives(tuple(found), complete=other.status is Status.OPTIMAL)
        found = _ranked([*found, _beside(known, other)], loss)
    for one in found:
        check(task, one)
    return Alternatives(tuple(found), complete=False)


def _nothing(now: Score, share: float) -> None:
    del now, share


def is_kept(best: Score, other: Score, loss: Fraction) -> bool:
    """Whether an answer is good enough beside the best."""
    above = (other.not_placed, other.groups_off, other.standing)
    return above <= (best.not_placed, best.groups_off, best.standing) and all(
        getattr(other, level) <= (now := getattr(best, level)) + int(loss * abs(now))
        for level in LOSABLE
    )


def _unlike_all(task: Task, found: Sequence[Solution], differ: Fraction) -> Task:
    """The task with the demands that whatever is found differs from all that was."""
    demands = [
        demand
        for number, one in enumerate(found)
        for demand in unlike(task, one.grouping, differ, f"unlike answer {number}")
    ]
    return replace(task, terms=(*task.terms, *demands))


def _beside(known: Solution, other: Solution) -> Solution:
    """An answer to the task itself: what was proven holds among those that differ only.

    Whether nobody who stands higher could be placed is known of the first: the same are placed.
    """
    return replace(other, status=Status.FEASIBLE, bound=None, standing_proven=known.standing_proven)


def _ranked(found: Sequence[Solution], loss: Fraction) -> list[Solution]:
    """The best first, and what is good enough beside it; of equal ones what was found first."""
    ranked = sorted(found, key=lambda one: one.score)
    return [one for one in ranked if is_kept(ranked[0].score, one.score, loss)]
