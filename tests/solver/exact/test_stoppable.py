"""Ctrl-C ends CP-SAT, and is heard again afterwards."""

from __future__ import annotations

import signal
import threading

import pytest

from solver.exact.cp_sat import cp_model
from solver.exact.model import new_solver


def endless() -> cp_model.CpModel:
    """Eleven pigeons in ten holes: nobody proves that soon without counting."""
    model = cp_model.CpModel()
    at = [[model.new_bool_var("") for _ in range(14)] for _ in range(15)]
    for one in at:
        model.add_bool_or(one)
    for hole in zip(*at, strict=True):
        for i, a in enumerate(hole):
            for b in hole[:i]:
                model.add_bool_or(~a, ~b)
    return model


def test_ctrl_c_stops_it() -> None:
    solver = new_solver(0, 1e6)
    solver.parameters.cp_model_presolve = False
    solver.parameters.symmetry_level = 0
    model = endless()
    threading.Timer(0.1, signal.raise_signal, [signal.SIGINT]).start()
    with pytest.raises(KeyboardInterrupt):
        solver.solve(model)


def test_ctrl_c_is_heard_afterwards() -> None:
    new_solver(0, 1.0).solve(cp_model.CpModel())
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
