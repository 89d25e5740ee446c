"""How large a text can be printed in a box: by how wide its signs are, a little too wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

NARROW, WIDE = "fijlrt.,:;'!|()[]-I ", "mwMW@%&Œœ—"
EM_NARROW, EM_LOWER, EM_UPPER, EM_WIDE, EM_FULL = 0.42, 0.62, 0.72, 0.98, 1.1
"""Of the size of the letters, for semibold Fira Sans and what stands in for it."""
PER_MM = 72 / 25.4
"""Points."""
SIGHTLY = 1.12
"""From one line to the next, of the size of the letters."""


def fitting(text: str, wide: float, high: float, sizes: Sequence[int]) -> int:
    """The first of ``sizes`` (points, largest first) at which it fits ``wide`` × ``high`` mm.

    No word is broken at it. The smallest where none does.
    """
    for size in sizes:
        room = wide * PER_MM / size
        words = [_width(word) for word in text.split()]
        if all(word <= room for word in words):
            lines = _lines(words, room)
            if lines * size * SIGHTLY <= high * PER_MM:
                return size
    return sizes[-1]


def _lines(words: Iterable[float], room: float) -> int:
    """How many the words take, each on the line where it still fits."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + EM_NARROW + word > room:
            lines, used = lines + 1, word
        else:
            used += word + (EM_NARROW if used else 0)
    return lines


def _width(word: str) -> float:
    return sum(map(_em, word))


def _em(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return EM_FULL
    if sign in NARROW:
        return EM_NARROW
    if sign in WIDE:
        return EM_WIDE
    return EM_UPPER if sign.isupper() or sign.isdigit() else EM_LOWER
