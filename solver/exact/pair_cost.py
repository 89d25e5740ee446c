"""PairCost in CP-SAT."""

from __future__ import annotations

import numpy as np

from solver.exact.pairs import within
from solver.exact.posted import Posted, posted, posted_per_member
from solver.exact.variables import Variables
from solver.terms import PairCost


def post(term: PairCost, v: Variables) -> Posted:
    """Every priced pair, floored per size where the term is per member."""
    if term.matrix is not None:
        i, j = np.triu_indices(term.n, 1)
        edges, costs = np.stack([i, j], axis=1), term.matrix[i, j]
    else:
        edges = term.edges if term.edges is not None else np.empty((0, 2), dtype=np.int64)
        costs = term.costs if term.costs is not None else np.empty(0, dtype=np.int64)
    if term.per_member:
        return posted_per_member(term.price, v, edges, costs)
    return posted(term.price, within(v, edges, costs))
