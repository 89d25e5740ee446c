"""Compiles the kernels of a rotation: ``python -m solver.pairing.rotation.beforehand``."""

from __future__ import annotations

import numpy as np

from solver.pairing.rotation.rotate import rotate
from solver.pairing.rotation.sessions import RotationTask, Session
from solver.search.kernels.compiled import is_warm
from solver.solution import Effort

NONE = np.zeros((0, 2), dtype=np.int64)


def warm() -> None:
    """Runs a tiny rotation with values, a design and a host, which compiles what is not there."""
    two = np.full(3, 2, dtype=np.int64)
    everybody = np.ones(6, dtype=np.bool_)
    session = Session(low=two, high=two, present=everybody, hosts=((0, 0), (1, 1)), apart=NONE)
    codes = np.array([[0, 0, 0, 1, 1, -1]], dtype=np.int64)
    task = RotationTask(n=6, sessions=(session,) * 3, apart=NONE, codes=codes, met=NONE)
    rotate(task, effort=Effort.QUICK, workers=1)


def is_rotation_warm() -> bool:
    """Whether they are compiled; if not, the first rotation takes some seconds longer."""
    return is_warm("reseat.anneal") and is_warm("relabel.relabel")


if __name__ == "__main__":
    warm()
