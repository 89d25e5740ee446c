"""A coach for everybody: loads as even as capacity allows, then the least cost."""

from __future__ import annotations

import numpy as np

from solver.pairing.asked_links import Link
from solver.pairing.assignment import assign, clash_of
from solver.pairing.check_pairing import check_coaches
from solver.pairing.servers import Assigned, Servers
from solver.pairing.unpairable import UnpairableError
from solver.quantise import BoolArray, IntArray


def coaches(
    costs: IntArray, allowed: BoolArray, capacity: IntArray, *, pinned: tuple[Link, ...] = ()
) -> Assigned:
    """One coach a row, proven the best: the least sum of loads², then the least cost.

    ``costs``, ``allowed`` (m, c) of row i with coach k; ``capacity`` (c,): of how many at most;
    ``pinned``: links (i, k). Ties: row 0 has an early coach, then row 1, and so on.

    Raises InvalidTaskError as Servers does; UnpairableError with links (row, coach) and the fewest
    rows that cannot all have a coach.
    """
    servers = Servers(costs, allowed, capacity, pinned)
    coach_of = assign(servers, even=True)
    if coach_of is None:
        raise UnpairableError(clash_of(servers))
    loads = np.bincount(coach_of, minlength=capacity.size)
    cost = sum(int(costs[pair]) for pair in enumerate(coach_of))
    assigned = Assigned(coach_of, loads, cost)
    check_coaches(servers, assigned)
    return assigned
