"""The door: options for a grouping that no longer holds, from the fewest moves on."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Event

import numpy as np

from solver.check import CheckError, check
from solver.grouping import Grouping
from solver.places import Places
from solver.quantise import IntArray
from solver.repair.before import Before
from solver.repair.least import Least, Run, fewest_unwilling, least
from solver.score import Score, score
from solver.search.clock import Clock
from solver.solution import Effort, Solution, Status, Story
from solver.solve import SMALL, NothingFoundError, solve, with_floor
from solver.task import Task

FURTHER = 3
"""How often one move more is tried in vain before the search for a better option ends; of up to
SMALL rows every number is tried."""
FEW = 1_000_000
"""Groupings within reach up to which the least effort is enough: each is tried several times."""


@dataclass(frozen=True, eq=False)
class Option:
    """``moved``: the rows that had a group and sit in another one now, or in none; ascending.

    ``unwilling``: how many of those would rather not have moved.
    """

    solution: Solution
    moved: IntArray
    unwilling: int


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
    options = _Options(task, asked, before, run, effort, nearest)
    found = tuple(options.within(most_moves, count))
    return Repair(found, fewest, nearest.proven)


@dataclass(eq=False)
class _Options:
    """The options one after the other; ``floor``: of all, once the first has settled it."""

    task: Task
    asked: Task
    before: Before
    run: Run
    effort: Effort
    nearest: Least
    floor: int | None = None

    def within(self, most_moves: int | None, count: int) -> Iterator[Option]:
        """Up to ``count``, each better than the one before it."""
        known, groups = self.nearest.grouping, self.task.groups
        moves, most = self.before.moved(known).size, int(self.before.had(groups).sum())
        if most_moves is not None:
            most = min(most, most_moves)
        last = self._best(moves, known, count)
        yield last
        given, in_vain = 1, 0
        while (
            given < count and moves < most and in_vain < self._tries() and not self.run.clock.over()
        ):
            moves += 1
            option = self._best(moves, last.solution.grouping, count - given)
            in_vain += 1
            if _value(option) < _value(last):
                yield option
                last, given, in_vain = option, given + 1, 0

    def _tries(self) -> int:
        return FURTHER if self.task.n > SMALL else self.task.n

    def _best(self, moves: int, known: Grouping, left: int) -> Option:
        """The best found with so many moves; ``known`` has no more, ``left`` options share."""
        if moves > self.before.moved(self.nearest.grouping).size:
            asked = self._limited(moves, known)
            known = fewest_unwilling(asked, self.before, self.run, known)
        asked = self._limited(moves, known)
        solution = self._solved(asked, known, moves, self.run.seconds(1 / left))
        self.floor = solution.floor
        if check(self.task, solution).hard > 0:
            raise CheckError("an option breaks what must hold")
        moved = self.before.moved(solution.grouping)
        return Option(solution, moved, self.before.unwilling(solution.grouping))

    def _effort(self, known: Grouping, moves: int) -> Effort:
        """The least where so few groupings are within reach, about; else as asked."""
        had, groups = self.before.had(self.task.groups), self.task.groups
        free, taken = ~had, int(np.count_nonzero(known.assignment[~had] < groups))
        reach = math.comb(int(had.sum()), moves) * math.comb(int(free.sum()), taken)
        return Effort.QUICK if reach * groups ** (moves + taken) <= FEW else self.effort

    def _limited(self, moves: int, known: Grouping) -> Task:
        """The task where no more rows move, fewer unwilling ones, and as many are placed."""
        limits = self.before.at_most(moves, self.before.unwilling(known), self.task.groups)
        low, high = self.asked.places.low, self.asked.places.high
        places = Places(max(low, int(known.sizes().sum())), high)
        floor = self.asked.floor if self.floor is None else self.floor
        return replace(self.asked, terms=(*self.asked.terms, *limits), places=places, floor=floor)

    def _solved(
        self, asked: Task, known: Grouping, moves: int, time_limit: float | None
    ) -> Solution:
        """What is found from ``known``, or ``known`` where nothing better is."""
        found: Solution | None = None
        with suppress(NothingFoundError):
            found = solve(
                asked,
                seed=self.run.seed,
                effort=self._effort(known, moves),
                time_limit=time_limit,
                start=known if asked.n > SMALL else None,
                stop=self.run.clock.stop,
                workers=self.run.workers,
            )
        given = _stated(asked, known, found)
        best = given if found is None or given.score < found.score else found
        same = self.run.clock.deadline is None or self.nearest.proven
        kept = best.story.reproducible and same and not self.run.clock.cut_short
        return replace(best, story=replace(best.story, reproducible=kept))


def _stated(task: Task, known: Grouping, found: Solution | None) -> Solution:
    """A known grouping as an answer, with the floor of what was found, else with its own."""
    if found is not None:
        task = replace(task, floor=found.floor)
    elif task.margin and task.floor is None:
        task = with_floor(task, known)
    story = Story("CP-SAT", starts=1, proposals=0, seconds=0.0, reproducible=found is not None)
    return Solution(
        known,
        score(task, known),
        Status.FEASIBLE,
        story,
        standing_proven=task.standing is None,
        floor=task.floor,
    )


def _value(option: Option) -> tuple[int, Score]:
    """The smaller, the better."""
    return option.unwilling, option.solution.score
