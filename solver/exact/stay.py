"""Stay in CP-SAT: rows that sit elsewhere than before."""

from __future__ import annotations

from solver.exact.posted import Posted
from solver.exact.variables import Variables
from solver.terms import Stay


def post(term: Stay, v: Variables) -> Posted:
    """A move costs; a move of a row that may never move is a breach."""
    breaches, amount = v.none_per_group(), v.none_per_group()
    for row, before in enumerate(term.previous):
        for group in range(v.task.groups + 1):
            if before >= 0 and group != before:
                amount[group] += int(term.cost[row]) * v.is_in(row, group)
                breaches[group] += v.is_in(row, group) if term.never[row] else 0
    return Posted(breaches, amount)
