"""The independent checker: definitions only, no line shared with kernels or postings."""

from __future__ import annotations

from dataclasses import replace

from solver.grouping import Grouping
from solver.score import Score, score
from solver.solution import Solution
from solver.task import Task


class CheckError(AssertionError):
    """An answer is not what it says it is: nobody may see it."""


def check(task: Task, solution: Solution) -> Score:
    """Recompute the score from the definitions and hold it against the stated one.

    Where the task has a margin, by the floor that the answer states.

    Raises CheckError where shape, choices, score or bound are wrong.
    """
    _check_shape(task, solution.grouping)
    if (solution.floor is not None) != (task.standing is not None and task.margin > 0):
        raise CheckError("a floor goes with a margin, and a margin with a floor")
    if solution.floor is not None:
        task = replace(task, floor=solution.floor)
    true = score(task, solution.grouping)
    if true != solution.score:
        raise CheckError(f"stated {solution.score}, true {true}")
    if solution.bound is not None and solution.bound > true.points:
        raise CheckError(f"bound {solution.bound} above {true.points}")
    return true


def _check_shape(task: Task, grouping: Grouping) -> None:
    seats = grouping.assignment
    if seats.shape != (task.n,) or grouping.groups != task.groups:
        raise CheckError("the assignment has another shape than the task")
    if seats.min() < 0 or seats.max() > task.groups:
        raise CheckError("a row sits in a group that does not exist")
