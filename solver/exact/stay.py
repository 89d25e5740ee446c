"""Stay in CP-SAT: rows that sit elsewhere than before."""

from __future__ import annotations

from solver.exact.posted import Posted
from solver.exact.variables import Linear, Variables, total
from solver.terms import Stay


def post(term: Stay, v: Variables) -> Posted:
    """A move costs; a move of a row that may never move is a breach."""
    breaches: list[Linear] = []
    amount: list[Linear] = []
    for row, before in enumerate(term.previous):
        if before >= 0:
            stays = v.is_in(row, int(before)) if before <= v.problem.groups else 0
            amount.append(int(term.cost[row]) * (1 - stays))
            if term.never[row]:
                breaches.append(1 - stays)
    return Posted(total(breaches), total(amount))
