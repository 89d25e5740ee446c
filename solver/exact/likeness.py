"""Likeness in CP-SAT: per pair in one group its squared distance, floored per size."""

from __future__ import annotations

import numpy as np

from solver.exact.posted import Posted, posted_per_member
from solver.exact.variables import Variables
from solver.terms import Likeness


def post(term: Likeness, v: Variables) -> Posted:
    """size·Σ‖x‖² − ‖Σx‖² is the sum over the pairs of their squared distance."""
    x = term.features
    apart = ((x[:, None, :] - x[None, :, :]) ** 2).sum(axis=2)
    i, j = np.triu_indices(len(x), 1)
    edges = np.stack([i, j], axis=1)
    return posted_per_member(term.price, v, edges, apart[i, j])
