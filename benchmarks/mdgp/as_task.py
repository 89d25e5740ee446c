"""A published instance as a task: the diversity of a pair is what it saves."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from benchmarks.mdgp.instance import Instance
from solver.places import Places
from solver.quantise import LIMIT
from solver.task import Task
from solver.terms import PairCost

MOST_DIGITS = 9


@dataclass(frozen=True, eq=False)
class Asked:
    """The task; one unit of the file is ``10 ** digits`` points. ``off``: most that rounding makes.

    Points are exact where the file has no more digits, as those of the library: then it is 0.
    """

    task: Task
    digits: int
    off: Decimal

    def diversity(self, points: int) -> Decimal:
        """What so many points are in the units of the file; the most that a bound allows."""
        return Decimal(-points).scaleb(-self.digits) + self.off


def asked(instance: Instance) -> Asked:
    """The task of an instance: everybody placed, every group open, costs −d."""
    digits = digits_of(instance)
    costs = np.array([-int(one.scaleb(digits).to_integral_value()) for one in instance.worth])
    matrix = np.zeros((instance.n, instance.n), dtype=np.int64)
    i, j = instance.pairs.T
    matrix[i, j] = matrix[j, i] = costs
    task = Task(
        n=instance.n,
        low=instance.low,
        high=instance.high,
        terms=(PairCost(name="diverse", n=instance.n, price=1, matrix=matrix, per="sum"),),
        places=Places.everyone(instance.n),
        lot=np.arange(instance.n),
    )
    exact = all(one == one.quantize(Decimal(1).scaleb(-digits)) for one in instance.worth)
    off = Decimal(0) if exact else Decimal(len(instance.worth)).scaleb(-digits) / 2
    return Asked(task, digits, off)


def digits_of(instance: Instance) -> int:
    """Decimals that are kept: all that the file has, MOST_DIGITS at most, as far as sums fit."""
    written = [one.as_tuple().exponent for one in instance.worth]
    wanted = max((-one for one in written if isinstance(one, int)), default=0)
    digits = min(max(wanted, 0), MOST_DIGITS)
    total = 2 * sum((abs(one) for one in instance.worth), Decimal(0))
    while digits > 0 and total.scaleb(digits) >= LIMIT // 2:
        digits -= 1
    return digits
