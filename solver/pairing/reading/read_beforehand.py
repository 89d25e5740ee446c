"""Compiles the kernel of reading: ``python -m solver.pairing.reading.read_beforehand``."""

from __future__ import annotations

import numpy as np

from solver.pairing.reading.read_evenly import read_evenly
from solver.pairing.reading.reading_task import ReadingTask
from solver.search.kernels.compiled import is_warm


def warm() -> None:
    """Shares out seven among five, not evenly at first, which compiles what is not there."""
    read_evenly(ReadingTask(np.ones((7, 5), dtype=np.bool_), readers=3, most=5))


def is_reading_warm() -> bool:
    """Whether it is compiled; if not, the first plan takes some seconds longer."""
    return is_warm("change_readers.anneal_readers")


if __name__ == "__main__":
    warm()
