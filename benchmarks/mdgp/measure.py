"""One instance composed in so much time: what the record of it says."""

from __future__ import annotations

import time
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.mdgp.as_task import Asked, asked
from benchmarks.mdgp.instance import Instance, read_instance
from benchmarks.peak import peak_mb
from solver.check import CheckError, check
from solver.conflict import InfeasibleError
from solver.search.warm import warm
from solver.solution import Solution
from solver.solve import NothingFoundError, solve

COLUMNS = (
    *("instance", "n", "groups", "value", "bound", "status", "seconds", "peak_mb", "seed"),
    "gap_percent",
)
"""The fields of a record, in this order; the last where published values are given."""


def measure(path: Path, time_limit: float, seed: int, workers: int | None) -> dict[str, Any]:
    """The record of one run, to be called in a process of its own; compiled and read beforehand.

    ``value``: what the file's own numbers sum to. Raises InstanceError, and CheckError where the
    answer breaks a bound of the file or is not worth what it says.
    """
    instance = read_instance(path)
    given = asked(instance)
    warm()
    began = time.monotonic()
    found: Solution | None = None
    status = "infeasible"
    try:
        found = solve(given.task, seed=seed, time_limit=time_limit, workers=workers)
    except NothingFoundError:
        status = "nothing_found"
    except InfeasibleError:
        pass
    seconds = time.monotonic() - began
    value = None if found is None else checked(instance, given, found)
    bound = found.bound if found is not None else None
    return {
        "instance": instance.name,
        "n": instance.n,
        "groups": instance.groups,
        "value": value if value is None else float(value),
        "bound": bound if bound is None else float(given.diversity(bound)),
        "status": status if found is None else found.status.value,
        "seconds": round(seconds, 2),
        "peak_mb": round(peak_mb()),
        "seed": seed,
    }


def checked(instance: Instance, given: Asked, found: Solution) -> Decimal:
    """What the answer is worth by the file, checked by the definitions and by a plain sum."""
    check(given.task, found)
    seats = found.grouping.assignment.tolist()
    if broken := instance.breaks(seats):
        raise CheckError(f"{broken} members too many or too few by the file's bounds")
    value = instance.value(seats)
    points = Decimal(-found.score.points).scaleb(-given.digits)
    if abs(value - points) > given.off:
        raise CheckError(f"stated {points}, by the file {value}")
    return value


def with_gap(record: Mapping[str, Any], published: Mapping[str, float]) -> dict[str, Any]:
    """The record with how far it is below the published value, in percent of that; − is above."""
    best, value = published.get(record["instance"]), record["value"]
    known = best and value is not None
    return {**record, "gap_percent": round(100 * (1 - value / best), 4) if known else None}
