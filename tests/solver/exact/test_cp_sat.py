"""CP-SAT is loaded by whoever asks it, and by nobody else."""

from __future__ import annotations

import subprocess
import sys

SEARCHED = """
import sys
import numpy as np
from solver.places import Places
from solver.solve import solve
from solver.task import Task
from solver.terms import Likeness
n = {n}
task = Task(
    n=n, low=np.full(2, n // 2), high=np.full(2, n // 2),
    terms=(Likeness(name="alike", features=np.arange(n).reshape(n, 1), price=1),),
    places=Places.everyone(n), lot=np.arange(n),
)
solve(task, time_limit=0.1)
print("ortools" in sys.modules)
"""


def loaded(n: int) -> str:
    """Whether CP-SAT is there after ``n`` people in two groups are composed."""
    code = SEARCHED.format(n=n)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_search_of_many_does_not_load_it() -> None:
    assert loaded(40) == "False"


def test_a_proof_of_few_does() -> None:
    assert loaded(4) == "True"
