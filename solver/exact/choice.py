"""Choice in CP-SAT: refusals, capacities and costs of what each open group takes."""

from __future__ import annotations

import numpy as np

from solver.exact.posted import Posted
from solver.exact.variables import Variables, total
from solver.terms import Choice


def post(term: Choice, v: Variables) -> Posted:
    """Breaches are always hard; the cost is priced."""
    breaches, amount = v.none_per_group(), v.none_per_group()
    for option in range(term.options):
        takers = [v.takes(term.name, g, option) for g in range(v.task.groups)]
        room = int(term.capacity[option])
        breaches[-1] += v.above(total(takers), room, len(takers) - room)
        for row in range(term.rows):
            refuses, cost = not term.allowed[row, option], int(term.cost[row, option])
            if refuses or cost:
                for group, taker in enumerate(takers):
                    both = v.both(v.is_in(row, group), taker)
                    breaches[group] += both if refuses else 0
                    amount[group] += cost * both
    return Posted(breaches, amount)


def demand(term: Choice, v: Variables) -> None:
    """Nothing is refused and no option runs out; without costs that is one clause an option."""
    for option in range(term.options):
        takers = [v.takes(term.name, g, option) for g in range(v.task.groups)]
        if int(term.capacity[option]) < len(takers):
            v.model.add(total(takers) <= int(term.capacity[option]))
        refusing = np.flatnonzero(~term.allowed[:, option])
        for group, taker in enumerate(takers):
            absent = [~v.is_in(int(row), group) for row in refusing]
            v.model.add_bool_and(absent).only_enforce_if(taker)
