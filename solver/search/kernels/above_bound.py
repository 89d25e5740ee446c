"""Likeness up to a stated level: points of its wishes above their bound, over all groups."""

from __future__ import annotations

from solver.quantise import IntArray
from solver.search.kernels.compiled import inlined
from solver.search.kernels.memory import ALIKE_SUM, BOUND


@inlined
def above(m: IntArray, more: int) -> int:
    """Change of what is above the bound, where the points of likeness change by ``more``."""
    return max(m[ALIKE_SUM] + more - m[BOUND], 0) - max(m[ALIKE_SUM] - m[BOUND], 0)
