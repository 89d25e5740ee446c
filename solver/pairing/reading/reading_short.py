"""Why not everything gets its readers: a part of it, whose readers cannot do what it asks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.pairing.reading.reading_task import ReadingTask
from solver.quantise import BoolArray


@dataclass(frozen=True)
class Short:
    """``what`` needs ``needed`` readings in all, and gets ``can`` at the most.

    ``full``: its readers who have no time left; each of the others that may read one of it already
    does. Nobody ``full``: one is shut out by too many.
    """

    what: tuple[int, ...]
    full: tuple[int, ...]
    needed: int
    can: int


def short_of(task: ReadingTask, reads: BoolArray) -> Short | None:
    """From what a largest flow left short, back along it: a cut, and so a proof (Hall).

    None where everything has its least number of readers.
    """
    what = reads.sum(axis=1) < task.least
    if not what.any():
        return None
    # one of them alone, shut out by too many, is said first: it needs no other to explain it
    alone = task.allowed.sum(axis=1) < task.least
    if alone.any():
        first = int(np.argmax(alone))
        return Short((first,), (), task.least, int(task.allowed[first].sum()))
    full = np.zeros(task.allowed.shape[1], dtype=np.bool_)
    while True:
        more = (task.allowed & ~reads)[what].any(axis=0)
        reached = what | reads[:, more].any(axis=1)
        if (more == full).all() and (reached == what).all():
            break
        full, what = more, reached
    can = int(full.sum()) * task.most + int((task.allowed[what] & ~full).sum())
    rows, columns = np.flatnonzero(what), np.flatnonzero(full)
    return Short(tuple(map(int, rows)), tuple(map(int, columns)), task.least * rows.size, can)
