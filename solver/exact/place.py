"""Place in CP-SAT: rows that sit where they may not."""

from __future__ import annotations

import numpy as np

from solver.exact.posted import Posted, posted
from solver.exact.variables import Variables
from solver.terms import Place


def post(term: Place, v: Variables) -> Posted:
    """One unit a row."""
    wrong = v.none_per_group()
    for told, group in np.argwhere(~term.allowed):
        wrong[int(group)] += v.is_in(int(term.told[told]), int(group))
    return posted(term.price, wrong)
