"""The best within so many moves, and what more moves would gain."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np

from solver.check import CheckError, check
from solver.grouping import Grouping
from solver.places import Places
from solver.quantise import IntArray
from solver.repair.before import Before
from solver.repair.least import Least, Run, fewest_unwilling
from solver.score import Score, score
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


@dataclass(eq=False)
class Options:
    """The options one after the other; ``floor``: of all, once the first has settled it.

    ``asked``: the ``task`` that also demands that whoever may not move stays.
    """

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
            try:
                option = self._best(moves, last.solution.grouping, count - given)
            except KeyboardInterrupt:  # the options before it are there
                self.run.clock.stop.set()
                return
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
        """The least where so few groupings are within reach, about; else as asked, or one less.

        Each option behind the first goes on from the one before it, by a row.
        """
        had, groups = self.before.had(self.task.groups), self.task.groups
        free, taken = ~had, int(np.count_nonzero(known.assignment[~had] < groups))
        reach = math.comb(int(had.sum()), moves) * math.comb(int(free.sum()), taken)
        if reach * groups ** (moves + taken) <= FEW:
            return Effort.QUICK
        efforts = list(Effort)
        further = moves > self.before.moved(self.nearest.grouping).size
        return efforts[max(efforts.index(self.effort) - further, 0)]

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


def ranked(options: Sequence[Option]) -> tuple[Option, ...]:
    """By how many move, without those that another betters and moves no more rows for.

    There are such only where fewer moves were found than were thought to be needed.
    """
    kept = [
        one
        for one in options
        if not any(
            other.moved.size <= one.moved.size and _value(other) < _value(one) for other in options
        )
    ]
    return tuple(sorted(kept, key=lambda one: one.moved.size))


def _value(option: Option) -> tuple[int, Score]:
    """The smaller, the better."""
    return option.unwilling, option.solution.score
