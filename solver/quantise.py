"""Everything is an integer: features and costs are quantised once, at birth.

Search, CP-SAT and the checker then use the same integers, so they can be equal to the last digit
and the same on every platform.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from solver.errors import InvalidTaskError

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

DIGITS = 9
"""Decimals kept before quantising: libm's last bits differ between platforms, these do not."""

LIMIT = 2**62
"""No sum of points may reach this: half of int64, so that a difference cannot overflow either."""

MISSING: Final = np.iinfo(np.int64).min
"""Stands among quantised values for one that nobody knows."""


def quantise(values: ArrayLike, scale: int) -> IntArray:
    """``rint(round(values, 9) * scale)`` as int64, same shape; NaN is not allowed.

    Raises InvalidTaskError ``not_finite`` or ``overflow``.
    """
    array = np.asarray(values, dtype=np.float64)
    if not np.isfinite(array).all():
        raise InvalidTaskError("not_finite")
    scaled = np.rint(np.round(array, DIGITS) * scale)
    if scaled.size and np.abs(scaled).max() >= float(2**53):
        raise InvalidTaskError("overflow")
    return scaled.astype(np.int64, order="C")
