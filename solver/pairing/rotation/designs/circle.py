"""Everybody with everybody, two by two: the circle method (Kirkman 1847; Lucas 1883)."""

from __future__ import annotations

import numpy as np

from solver.pairing.rotation.designs.design import Design


def circle(tables: int) -> Design:
    """2·tables − 1 rounds of pairs: one stays, the others sit in a circle that turns."""
    last = 2 * tables - 1
    seats = np.zeros((last, 2 * tables), dtype=np.int64)
    for turn in range(last):
        for k in range(1, tables):
            seats[turn, [(turn + k) % last, (turn - k) % last]] = k
    return Design(f"circle of {2 * tables}", tables, 2, seats)
