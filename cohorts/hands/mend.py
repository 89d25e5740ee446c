"""Whatever a hand broke on a board, mended by as few other moves as can be."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from cohorts.composing import engines
from cohorts.errors import NoCompositionError, Problem
from cohorts.hands.layout import Layout
from cohorts.hands.settle import clash_said, held_fast
from cohorts.hands.standing import Standing
from solver.solution import Effort


def mended(now: Layout, held: Collection[int]) -> Standing:
    """The standing in which every must holds and these rows stay: the fewest of the others move.

    What is broken and has its reason may stay so. As many people have a place as can be. Raises
    NoCompositionError with what clashes, or where nothing was found.
    """
    standing = now.standing
    task = held_fast(now, held)
    nobody = np.zeros(task.n, dtype=np.bool_)
    before = engines.Before(
        seats=standing.grouping.assignment.copy(), fixed=nobody, rather_not=nobody
    )
    try:
        found = engines.repair(task, before, count=1, seed=standing.round.seed, effort=Effort.QUICK)
    except engines.InfeasibleError as error:
        raise NoCompositionError(clash_said(error.conflict, engines.Wanted(), standing)) from None
    except engines.NothingFoundError:
        raise NoCompositionError(Problem("board.settle_not_found")) from None
    return Standing.of(standing.asked, standing.round, found.options[0].solution.grouping)
