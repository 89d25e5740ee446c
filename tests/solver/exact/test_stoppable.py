"""Ctrl-C ends CP-SAT, and is heard again afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

ENDLESS = """
import os, signal, threading
from solver.exact.cp_sat import cp_model
from solver.exact.model import new_solver

# fifteen pigeons in fourteen holes: nobody proves that soon without counting
model = cp_model.CpModel()
at = [[model.new_bool_var("") for _ in range(14)] for _ in range(15)]
for one in at:
    model.add_bool_or(one)
for hole in zip(*at, strict=True):
    for i, a in enumerate(hole):
        for b in hole[:i]:
            model.add_bool_or(~a, ~b)
solver = new_solver(0, 1e6)
solver.parameters.cp_model_presolve = False
solver.parameters.symmetry_level = 0
threading.Timer(0.3, os.kill, [os.getpid(), signal.SIGINT]).start()
try:
    solver.solve(model)
except KeyboardInterrupt:
    print("stopped")
"""


HEARD = """
import signal
from solver.exact.cp_sat import cp_model
from solver.exact.model import new_solver

new_solver(0, 1.0).solve(cp_model.CpModel())
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.parametrize("script", [ENDLESS, HEARD], ids=["meanwhile", "afterwards"])
def test_ctrl_c_is_heard(script: str) -> None:
    """In a process of its own: the signal would end that of the tests."""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120
    )
    assert (ran.returncode, ran.stdout) == (0, "stopped\n"), ran.stderr
