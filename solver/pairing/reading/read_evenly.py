"""Who reads what: shared out by a flow, then readers change places until pairs meet evenly."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from solver.pairing.reading.hangs_together import join
from solver.pairing.reading.meetings_bound import least_squares, meetings_of, squares
from solver.pairing.reading.reading_short import Short, short_of
from solver.pairing.reading.reading_task import ReadingTask
from solver.pairing.reading.shared_out import shared_out
from solver.quantise import BoolArray

COPIES = 4


@dataclass(frozen=True, eq=False)
class Reading:
    """``reads`` (d, m). ``squares``: over all pairs of readers, of how often they meet.

    ``bound``: no reading with these loads has a smaller sum.
    """

    reads: BoolArray
    squares: int
    bound: int


def read_evenly(task: ReadingTask, seed: int = 0) -> Reading | Short:
    """The most even that was found; or what cannot get its readers. The same for the same seed.

    Where changes of two readers can make it hang together, it does, also if pairs then meet less
    evenly.
    """
    first = shared_out(task)
    if short := short_of(task, first):
        return short
    bound = least_squares(first)
    best, least = first, squares(meetings_of(first))
    for copy in range(COPIES):
        if least <= bound:
            break
        found = _search().cooled_readers(task, first, bound, seed * COPIES + copy)
        if (sum_ := squares(meetings_of(found))) < least:
            best, least = found, sum_
    joined = join(best, task.allowed)
    return Reading(joined, squares(meetings_of(joined)), bound)


def _search() -> Any:
    """What is compiled, loaded when it is first asked: who plans nothing need not wait for it."""
    return import_module("solver.pairing.reading.cooled_readers")
