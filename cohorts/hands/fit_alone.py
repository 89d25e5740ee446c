"""Where points came of votes: what hands are told goes by how well it fits, and by nothing else."""

from __future__ import annotations

from dataclasses import replace

from cohorts.hands.standing import Standing
from solver.task import Task


def keys_of_votes(here: Standing) -> frozenset[str]:
    """The keys of the rules that would tell who got more of them; none of an organiser's own."""
    if not here.round.of_votes:
        return frozenset()
    return frozenset(one.rule.key for one in here.measured if "votes" in one.rule.HIDDEN_WITH)


def task_told(here: Standing) -> Task:
    """What swaps are offered by: the task itself, but for points that came of votes.

    Which swaps are offered, and in what order, would tell who stands above whom.
    """
    task = here.asked.task
    if not here.round.of_votes:
        return task
    gone = keys_of_votes(here)
    terms = tuple(term for term in task.terms if term.owner not in gone)
    return replace(task, terms=terms, standing=None, margin=0, floor=None)
