"""Distinct in CP-SAT: how many values each open group has."""

from __future__ import annotations

import numpy as np

from solver.exact.posted import Posted, posted
from solver.exact.variables import Variables, total
from solver.terms import Distinct


def post(term: Distinct, v: Variables) -> Posted:
    """What is short of ``low`` and over ``high``; nothing in a closed group."""
    values = [np.flatnonzero(term.code == c) for c in range(int(term.code.max()) + 1)]
    values = [rows for rows in values if rows.size]
    parts = v.none_per_group()
    for group in range(v.task.groups):
        has = []
        for rows in values:
            some = v.model.new_bool_var("")
            v.model.add_max_equality(some, [v.is_in(int(r), group) for r in rows])
            has.append(some)
        different = total(has)
        most = len(values) - min(term.high, len(values))
        parts[group] += v.above(different, term.high, most)
        if term.low > 0:
            short = v.model.new_int_var(0, term.low, "")
            v.model.add_max_equality(short, [term.low * v.is_open(group) - different, 0])
            parts[group] += short
    return posted(term.price, parts)
