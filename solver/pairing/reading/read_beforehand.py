"""Compiles the kernel of reading: ``python -m solver.pairing.reading.read_beforehand``."""

from __future__ import annotations

import numpy as np

from solver.pairing.reading.read_evenly import read_evenly
from solver.pairing.reading.reading_task import ReadingTask


def warm() -> None:
    """Shares out seven among five, not evenly at first, which compiles what is not there."""
    read_evenly(ReadingTask(np.ones((7, 5), dtype=np.bool_), readers=3, most=5))


if __name__ == "__main__":
    warm()
