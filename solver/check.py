"""The independent checker: definitions only, no line shared with kernels or postings.

Group by group, by what a term says of one; not by what charges all groups at once either.
"""

from __future__ import annotations

from dataclasses import replace

from solver.grouping import Grouping
from solver.score import Score, score_of
from solver.solution import Solution
from solver.task import Task


class CheckError(AssertionError):
    """An answer is not what it says it is: nobody may see it."""


def check(task: Task, solution: Solution) -> Score:
    """Recompute the score from the definitions and hold it against the stated one.

    Where the task has a margin, by the floor that the answer states; what the best answer by
    standing alone is, the definitions cannot say.

    Raises CheckError where shape, choices, score or bound are wrong.
    """
    _check_shape(task, solution.grouping)
    task = _with_floor(task, solution.floor)
    charges = [term.defined(solution.grouping) for term in task.terms]
    true = score_of(task, solution.grouping, charges)
    if true != solution.score:
        raise CheckError(f"stated {solution.score}, true {true}")
    if solution.bound is not None and solution.bound > true.points:
        raise CheckError(f"bound {solution.bound} above {true.points}")
    return true


def _with_floor(task: Task, floor: int | None) -> Task:
    """The task with the floor that an answer states."""
    if (floor is not None) != (task.margin > 0 or task.floor is not None):
        raise CheckError("a floor goes with a margin, and a margin with a floor")
    if task.floor not in (None, floor):
        raise CheckError(f"stated floor {floor}, asked {task.floor}")
    return replace(task, floor=floor)


def _check_shape(task: Task, grouping: Grouping) -> None:
    seats = grouping.assignment
    if seats.shape != (task.n,) or grouping.groups != task.groups:
        raise CheckError("the assignment has another shape than the task")
    if seats.min() < 0 or seats.max() > task.groups:
        raise CheckError("a row sits in a group that does not exist")
