"""Likeness in CP-SAT: per pair in one group its squared distance, floored per size."""

from __future__ import annotations

from solver.exact.pairs import Pairs
from solver.exact.posted import Posted, posted_per_member
from solver.exact.variables import Variables
from solver.terms import Likeness


def post(term: Likeness, v: Variables) -> Posted:
    """size·Σ‖x‖² − ‖Σx‖² is the sum over the pairs of their squared distance."""
    x = term.features
    apart = ((x[:, None, :] - x[None, :, :]) ** 2).sum(axis=2)
    return posted_per_member(term.price, Pairs.of_matrix(apart), v)
