"""How much work an effort is."""

from __future__ import annotations

from dataclasses import dataclass

from solver.solution import Effort

STEPS = 240
"""Temperatures of one annealing."""


LONG, TIMED = 8_000, 8
AT_LEAST = 1e7
"""Proposals a second and core that a time limit is reckoned with."""
MOST_ROWS = 40_000
"""Copies × rows there are at most, where there are more than two copies."""


@dataclass(frozen=True)
class Work:
    """``starts`` copies that cool together, ``per_row`` × n proposals each.

    With ``seconds``, a search cools by the clock instead, and takes as many as there is time for.
    """

    starts: int
    per_row: int
    seconds: float | None = None


@dataclass(frozen=True)
class Amount:
    """How much an effort does: ``proposals`` in all, by ``most`` copies where that is enough.

    A copy gets LONG a row before there is another, and ``least`` a row however many rows there are;
    but of few people not more than ``enough`` × n² a row: then all was tried many times over.
    """

    most: int
    proposals: int
    least: int
    enough: int


AMOUNTS = {
    Effort.QUICK: Amount(most=8, proposals=3_200_000, least=500, enough=8),
    Effort.NORMAL: Amount(most=24, proposals=45_000_000, least=2_000, enough=32),
    Effort.THOROUGH: Amount(most=48, proposals=800_000_000, least=16_000, enough=256),
}


def work_of(effort: Effort, n: int) -> Work:
    """The work of an effort for n rows."""
    amount = AMOUNTS[effort]
    starts = min(max(amount.proposals // (LONG * n), 2), amount.most)
    each = min(amount.proposals // (starts * n), amount.enough * n * n)
    return Work(starts, max(each, amount.least))


def by_the_clock(n: int, per_row: int, cores: int, now: float, until: float) -> Work:
    """The work from ``now`` ``until`` then (seconds): TIMED copies, or as many as get LONG a row.

    A whole number for every core, and one at least. How fast this machine is with these rows is not
    known yet: at AT_LEAST a second and core there is seldom less than that.
    """
    made = (until - now) * AT_LEAST * cores
    fit = max(min(TIMED, MOST_ROWS // n, int(made / (LONG * n))), 1)
    return Work(-(-fit // cores) * cores, per_row, until)
