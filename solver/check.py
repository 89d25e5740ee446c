"""The independent checker: definitions only, no line shared with kernels or postings."""

from __future__ import annotations

from solver.grouping import Grouping
from solver.problem import Problem
from solver.score import Score, score
from solver.solution import Solution


class CheckError(AssertionError):
    """An answer is not what it says it is: nobody may see it."""


def check(problem: Problem, solution: Solution) -> Score:
    """Recompute the score from the definitions and hold it against the stated one.

    Raises CheckError where shape, choices, score or bound are wrong.
    """
    _check_shape(problem, solution.grouping)
    true = score(problem, solution.grouping)
    if true != solution.score:
        raise CheckError(f"stated {solution.score}, true {true}")
    if solution.bound is not None and solution.bound > true.points:
        raise CheckError(f"bound {solution.bound} above {true.points}")
    return true


def _check_shape(problem: Problem, grouping: Grouping) -> None:
    seats = grouping.assignment
    if seats.shape != (problem.n,) or grouping.groups != problem.groups:
        raise CheckError("the assignment has another shape than the problem")
    if seats.min() < 0 or seats.max() > problem.groups:
        raise CheckError("a row sits in a group that does not exist")
