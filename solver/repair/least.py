"""The grouping nearest to the one before: as many placed as can be, then the fewest moves."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from solver.choices import with_cheapest_choices
from solver.conflict import InfeasibleError
from solver.exact.fewest_moves import Fewest, fewest_moves
from solver.grouping import Grouping
from solver.placing import EXACT_WORK, MOST_SEATS
from solver.quantise import IntArray
from solver.repair.before import Before
from solver.score import score
from solver.search.stopwatch import Clock
from solver.sizes import most_placed
from solver.solution import Effort
from solver.solve import solve
from solver.task import Task
from solver.terms import Stay

LEVELS = 2
"""Those that say how few can move: who is counted, then the moves."""


@dataclass(frozen=True)
class Least:
    """``grouping`` breaks nothing; ``proven``: as many are placed and as few move as can be."""

    grouping: Grouping
    proven: bool


@dataclass(frozen=True, eq=False)
class Run:
    """What every search of a repair is given."""

    seed: int
    clock: Clock
    workers: int | None

    def seconds(self, share: float = 1.0) -> float | None:
        """A share of what is left of a time limit; None where there is none."""
        if self.clock.deadline is None:
            return None
        left = self.clock.deadline - self.clock.began - self.clock.elapsed()
        return max(left, 0.0) * share


def least(task: Task, before: Before, run: Run) -> Least:
    """By CP-SAT up to MOST_SEATS, else by a search. Raises as :func:`solver.solve.solve`.

    ``task`` demands already that whoever may not move stays.
    """
    if task.n * task.groups <= MOST_SEATS:
        found = settled(task, before, run, before.seats, before.move_costs(task.groups))
        if found.infeasible:
            raise InfeasibleError(task)
        if found.grouping is not None:
            return Least(found.grouping, proven=found.proven >= LEVELS)
    return _searched(task, before, run)


def fewest_unwilling(task: Task, before: Before, run: Run, known: Grouping) -> Grouping:
    """``known``, or a grouping that breaks nothing either where fewer move who would rather not."""
    if before.unwilling(known) == 0 or task.n * task.groups > MOST_SEATS:
        return known
    found = settled(task, before, run, known.assignment).grouping
    if found is None or before.unwilling(found) >= before.unwilling(known):
        return known
    return found


def settled(task: Task, before: Before, run: Run, near: IntArray, *costs: IntArray) -> Fewest:
    """What CP-SAT finds, and proves, of these costs and then of those who would rather not."""
    levels = [*costs, *([before.unwilling_costs(task.groups)] if before.rather_not.any() else [])]
    share = run.seconds(0.5)
    return fewest_moves(
        task,
        levels,
        near,
        seed=run.seed,
        deterministic_limit=EXACT_WORK,
        deadline=None if share is None else run.clock.began + run.clock.elapsed() + share,
        is_over=run.clock.over,
    )


def _searched(task: Task, before: Before, run: Run) -> Least:
    """What a search finds that wishes nothing but that rows stay, from where they were."""
    had = before.had(task.groups)
    stay = Stay(
        name="rows that move",
        previous=np.where(had, before.seats, -1),
        cost=np.where(had, task.n + 1 + before.rather_not, 0).astype(np.int64),
        never=np.zeros(task.n, dtype=np.bool_),
        price=1,
    )
    musts = tuple(term.demanded() for term in task.terms if term.is_hard)
    bare = replace(
        task, terms=(*musts, stay), standing=None, margin=0, floor=None, alike=None, fair=False
    )
    start = with_cheapest_choices(bare.terms, _within_bounds(bare, before.seats), bare)
    found = solve(
        bare,
        seed=run.seed,
        effort=Effort.QUICK,
        time_limit=run.seconds(0.5),
        start=start,
        stop=run.clock.stop,
        workers=run.workers,
    )
    return Least(found.grouping, proven=_is_least(bare, before, found.grouping))


def _is_least(task: Task, before: Before, grouping: Grouping) -> bool:
    """Whether counting alone tells that nothing can be less: places, groups and moves."""
    value = score(task, grouping)
    full = value.not_placed == task.n - most_placed(task) and value.groups_off == 0
    return full and before.moved(grouping).size == needed_by_size(task, before)


def needed_by_size(task: Task, before: Before) -> int:
    """Moves without which a group is too large, or is too small whoever is free joins it."""
    had = before.had(task.groups)
    sizes = np.bincount(before.seats[had], minlength=task.groups)
    above = int(np.maximum(sizes - task.high, 0).sum())
    short = 0 if task.may_close else int(np.maximum(task.low - sizes, 0).sum())
    return max(above, short - int(np.count_nonzero(~had)), 0)


def _within_bounds(task: Task, seats: IntArray) -> IntArray:
    """``seats`` without the last rows of a group that has no room for them; who is new is out."""
    kept = np.where(seats < 0, task.groups, seats)
    for group in np.flatnonzero(np.bincount(kept, minlength=task.groups + 1)[:-1] > task.high):
        kept[np.flatnonzero(kept == group)[int(task.high[group]) :]] = task.groups
    return kept
