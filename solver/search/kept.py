"""The best a start has met: its score, and a journal of what changed since its seats were copied.

Copying everybody's seat at each new best costs n a time; here a move is noted, and the best is the
copy with the first so many notes on it. One array of words, laid out below.
"""

from __future__ import annotations

import numpy as np

from solver.lowered.counted import ALIKE_ABOVE, GROUPS_OFF, LOTS, NOT_PLACED, SHARED, WORST
from solver.quantise import IntArray
from solver.search.kernels import choice
from solver.search.kernels.compiled import compiled
from solver.search.kernels.memory import CHOICES, END, STANDING_NOW, STANDS, K, N, group_of

NOTED, BEST, ROOM, LOST, SEATS, NOTES = range(6)
"""Words: notes now; how many of them lead to the best; how many there is room for; 1 where there
were too many since the best, so that the next best is copied; offsets of the copy (n seats, then
the options of every group, Choice by Choice) and of the notes (room, 2: which word of it, and what
it becomes). The score (7 + S,) stands from SCORE on."""
SCORE = 6
PLACED, LEVELS_ONE = 3, 7
"""Of the levels of a score so many come before standing, which has S numbers, and so many are one
number each."""
ORDER = (NOT_PLACED, GROUPS_OFF, WORST, ALIKE_ABOVE, SHARED, LOTS)
"""The amounts that are one level of the score each, in its order, behind the breaches."""
NEVER = 2**62


def kept_of(n: int, stands: int, options: int) -> IntArray:
    """Nothing kept yet, for n rows, S numbers of standing and so many words of options."""
    room = 2 * (n + options) + 64
    seats = SCORE + LEVELS_ONE + stands
    notes = seats + n + options
    kept = np.zeros(notes + 2 * room, dtype=np.int64)
    kept[[ROOM, LOST, SEATS, NOTES]] = room, 1, seats, notes
    kept[SCORE:seats] = NEVER
    return kept


def score_in(kept: IntArray) -> IntArray:
    """(7 + S,) the score of the best, a view."""
    return kept[SCORE : kept[SEATS]]


def seats_in(kept: IntArray, n: int) -> tuple[IntArray, IntArray]:
    """(n,) the seats of the best, and every group's options, Choice by Choice."""
    settle(kept)
    return kept[kept[SEATS] : kept[SEATS] + n], kept[kept[SEATS] + n : kept[NOTES]]


@compiled
def settle(kept: IntArray) -> None:
    """Takes the notes that lead to the best into the copy; the others stay."""
    best, at, copy = kept[BEST], kept[NOTES], kept[SEATS]
    for note in range(best):
        kept[copy + kept[at + 2 * note]] = kept[at + 2 * note + 1]
    for word in range(2 * best, 2 * kept[NOTED]):
        kept[at + word - 2 * best] = kept[at + word]
    kept[NOTED] -= best
    kept[BEST] = 0


@compiled
def note(kept: IntArray, which: int, becomes: int) -> None:
    """Word ``which`` of the seats and options becomes something else."""
    if kept[LOST] == 1:
        return
    if kept[NOTED] == kept[ROOM]:
        settle(kept)
        if 2 * kept[NOTED] > kept[ROOM]:
            kept[LOST] = 1
            kept[NOTED] = 0
            return
    at = kept[NOTES] + 2 * kept[NOTED]
    kept[at], kept[at + 1] = which, becomes
    kept[NOTED] += 1


@compiled
def _level(amounts: IntArray, is_breach: IntArray, level: int) -> int:
    """A level of the score, but for standing."""
    if level > 0:
        amount: int = amounts[ORDER[level - 1]]
        return amount
    hard = 0
    for k in range(amounts.size):
        hard += is_breach[k] * amounts[k]
    return hard


@compiled
def _is_best(m: IntArray, amounts: IntArray, is_breach: IntArray, kept: IntArray) -> bool:
    """Whether the state comes before the best; its score then stands in its place."""
    stands, at, less = m[STANDS], m[STANDING_NOW], False
    for k in range(LEVELS_ONE + stands):
        if PLACED <= k < PLACED + stands:
            now = m[at + k - PLACED]
        else:
            now = _level(amounts, is_breach, k if k < PLACED else k - stands)
        if not less and now > kept[SCORE + k]:
            return False
        less = less or now < kept[SCORE + k]
        if less:
            kept[SCORE + k] = now
    return less


@compiled
def keep_best(m: IntArray, amounts: IntArray, is_breach: IntArray, kept: IntArray) -> bool:
    """Whether the state is better than the best so far, and then is the best."""
    if not _is_best(m, amounts, is_breach, kept):
        return False
    if kept[LOST] == 0:
        kept[BEST] = kept[NOTED]
    else:
        copy_seats(m, kept)
    return True


@compiled
def copy_seats(m: IntArray, kept: IntArray) -> None:
    """Copies the state, and begins the journal anew."""
    filled = kept[SEATS]
    for row in range(m[N]):
        kept[filled + row] = group_of(m, row)
    filled += m[N]
    for k in range(m[CHOICES], m[END]):
        o = m[k]
        for at in range(m[K] * m[o + choice.OPTIONS]):
            kept[filled] = m[o + m[o + choice.TAKEN] + at]
            filled += 1
    kept[NOTED], kept[BEST], kept[LOST] = 0, 0, 0
