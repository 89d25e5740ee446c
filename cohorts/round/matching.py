"""Two rows of things, each of the one with at most one of the other: as a flow, by OR-Tools."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from cohorts.uninterrupted import uninterrupted


def heaviest(pairs: NDArray[np.int64], worth: NDArray[np.int64]) -> list[int]:
    """Places of the pairs to choose, so that they are worth as much as possible together.

    ``pairs`` (m, 2): a place of the one row and a place of the other, from 0; ``worth`` (m,) > 0.
    """
    # it takes a while to import, which most commands need not wait for
    with uninterrupted():  # and half of it cannot be imported a second time
        from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # noqa: PLC0415 - slow

    ones, others = pairs.max(axis=0) + 1
    source, sink = ones + others, ones + others + 1
    flow = SimpleMinCostFlow()
    each, every = np.arange(ones), np.arange(ones, ones + others)
    chosen = _arcs(flow, pairs[:, 0], pairs[:, 1] + ones, -worth)
    _arcs(flow, np.full(ones, source), each, np.zeros(ones, dtype=np.int64))
    _arcs(flow, each, np.full(ones, sink), np.zeros(ones, dtype=np.int64))
    _arcs(flow, every, np.full(others, sink), np.zeros(others, dtype=np.int64))
    flow.set_node_supply(source, ones)
    flow.set_node_supply(sink, -ones)
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise ArithmeticError(f"no matching: {status}")
    places: list[int] = np.flatnonzero(flow.flows(chosen)).tolist()
    return places


def _arcs(
    flow: Any, start: NDArray[np.int64], end: NDArray[np.int64], cost: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Arcs that one may pass, once."""
    once = np.ones(start.size, dtype=np.int64)
    added = flow.add_arcs_with_capacity_and_unit_cost(start, end, once, cost)
    return cast("NDArray[np.int64]", added)
