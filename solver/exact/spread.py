"""Spread in CP-SAT: largest and smallest known value of each group."""

from __future__ import annotations

import numpy as np

from solver.exact.posted import Posted, posted
from solver.exact.variables import Variables
from solver.quantise import MISSING
from solver.terms import Spread


def post(term: Spread, v: Variables) -> Posted:
    """max(largest − smallest − width, 0), from the ends of the known values."""
    known = np.flatnonzero(term.values != MISSING)
    if known.size == 0:
        return posted(term.price, v.none_per_group())
    low, high = int(term.values[known].min()), int(term.values[known].max())
    parts = v.none_per_group()
    for group in range(v.task.groups):
        # somebody who is not here counts as the other end, which moves neither
        tops = [low + (int(term.values[r]) - low) * v.is_in(int(r), group) for r in known]
        ends = [high - (high - int(term.values[r])) * v.is_in(int(r), group) for r in known]
        largest = v.model.new_int_var(low, high, "")
        smallest = v.model.new_int_var(low, high, "")
        v.model.add_max_equality(largest, tops)
        v.model.add_min_equality(smallest, ends)
        over = v.model.new_int_var(0, max(high - low - term.width, 0), "")
        v.model.add_max_equality(over, [largest - smallest - term.width, 0])
        parts[group] += over
    return posted(term.price, parts)
