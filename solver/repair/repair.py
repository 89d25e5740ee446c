"""The door: options for a grouping that no longer holds, from the fewest moves on."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from threading import Event

from solver.repair.before import Before
from solver.repair.least import Run, least
from solver.repair.options import Option, Options, ranked
from solver.search.stopwatch import Clock
from solver.solution import Effort
from solver.task import Task


@dataclass(frozen=True, eq=False)
class Repair:
    """``options``, by how many rows move: the first moves ``fewest``, each next one is better.

    ``proven``: no fewer moves are possible.
    """

    options: tuple[Option, ...]
    fewest: int
    proven: bool


class TooFewMovesError(Exception):
    """So few moves were allowed that it cannot be done; ``needed``: how many it takes.

    ``proven``: it cannot be done with fewer; else fewer were not found.
    """

    def __init__(self, needed: int, *, proven: bool) -> None:
        super().__init__(f"{needed} moves are needed")
        self.needed = needed
        self.proven = proven


def repair(
    task: Task,
    before: Before,
    *,
    most_moves: int | None = None,
    count: int = 3,
    seed: int = 0,
    effort: Effort = Effort.NORMAL,
    time_limit: float | None = None,
    stop: Event | None = None,
    workers: int | None = None,
) -> Repair:
    """Up to ``count`` groupings that break nothing, near the one ``before``.

    As many rows are placed as can be, and as many groups are open as wished, in all of them. The
    first option has of those groupings the fewest moves, then the fewest of rows that would rather
    not, then the best of the rest of the score. Each next one is allowed more moves, up to
    ``most_moves``, and is there where it is better in those that would rather not or, with as many
    of them, in the rest of the score. With a margin the floor of the first holds for all.

    Raises InvalidTaskError, InfeasibleError (proven; the rows that may not move are among its
    pieces, with the owner FIXED), NothingFoundError and TooFewMovesError.
    """
    before.check(task)
    began = time.monotonic()
    deadline = None if time_limit is None else began + time_limit
    run = Run(seed, Clock(stop or Event(), deadline, began), workers)
    stays = before.stays(task.groups)
    asked = replace(task, terms=(*task.terms, stays)) if stays.pieces else task
    nearest = least(asked, before, run)
    fewest = int(before.moved(nearest.grouping).size)
    if most_moves is not None and fewest > most_moves:
        raise TooFewMovesError(fewest, proven=nearest.proven)
    options = Options(task, asked, before, run, effort, nearest)
    found = ranked(list(options.within(most_moves, count)))
    return Repair(found, int(found[0].moved.size), nearest.proven)
