"""Choice in CP-SAT: refusals, capacities and costs of what each open group takes."""

from __future__ import annotations

from solver.exact.posted import Posted
from solver.exact.variables import Linear, Variables, total
from solver.terms import Choice


def post(term: Choice, v: Variables) -> Posted:
    """Breaches are always hard; the cost is priced."""
    breaches: list[Linear] = []
    amount: list[Linear] = []
    for option in range(term.options):
        takers = [v.takes(term.name, g, option) for g in range(v.problem.groups)]
        room = int(term.capacity[option])
        breaches.append(v.above(total(takers), room, len(takers) - room))
        for row in range(term.rows):
            refuses, cost = not term.allowed[row, option], int(term.cost[row, option])
            if refuses or cost:
                for group, taker in enumerate(takers):
                    both = v.both(v.is_in(row, group), taker)
                    breaches += [both] if refuses else []
                    amount += [cost * both] if cost else []
    return Posted(total(breaches), total(amount))
