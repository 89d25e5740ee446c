"""PairCost in CP-SAT."""

from __future__ import annotations

import numpy as np

from solver.exact.pairs import Pairs, within
from solver.exact.posted import Posted, posted, posted_per_member
from solver.exact.variables import Variables
from solver.terms import PairCost


def post(term: PairCost, v: Variables) -> Posted:
    """Every priced pair, floored per size where the term is per member."""
    if term.matrix is not None:
        pairs = Pairs.of_matrix(term.matrix)
    else:
        edges = term.edges if term.edges is not None else np.empty((0, 2), dtype=np.int64)
        costs = term.costs if term.costs is not None else np.empty(0, dtype=np.int64)
        pairs = Pairs(edges, costs)
    if term.per_member:
        return posted_per_member(term.price, pairs, v)
    return posted(term.price, within(v, pairs))
