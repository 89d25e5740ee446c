"""The cheapest flow by one thing, then by the next: OR-Tools' min-cost flow, once a level.

After a level the arcs whose flow is the same in all its cheapest flows are held to it: by
complementary slackness those whose reduced cost is not nought. The next level chooses among the
rest. So levels are never weighed against each other, and no number grows too large.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np

from solver.quantise import IntArray


@dataclass(frozen=True, eq=False)
class Network:
    """``tail``, ``head``, ``capacity`` (a,) of the arcs; ``supply`` (nodes,), in all nought."""

    tail: IntArray
    head: IntArray
    capacity: IntArray
    supply: IntArray


def cheapest_flow(network: Network, levels: Iterable[IntArray]) -> IntArray | None:
    """(a,) the flow on each arc, least by the first of ``levels`` (a,), then the next.

    None: the supplies cannot be met.
    """
    low, high = np.zeros_like(network.capacity), network.capacity.copy()
    flow: IntArray | None = None
    for costs in levels:
        if flow is not None and (low == high).all():
            break
        flow = _solve(network, low, high, costs)
        if flow is None:
            return None
        reduced = _reduced(network, low, high, costs, flow)
        high = np.where(reduced > 0, flow, high)
        low = np.where(reduced < 0, flow, low)
    return flow


def _solve(network: Network, low: IntArray, high: IntArray, costs: IntArray) -> IntArray | None:
    """The cheapest flow between these bounds."""
    engine = _engine()
    supply = network.supply.copy()
    np.subtract.at(supply, network.tail, low)
    np.add.at(supply, network.head, low)
    arcs = engine.add_arcs_with_capacity_and_unit_cost(
        network.tail, network.head, high - low, costs
    )
    engine.set_nodes_supplies(np.arange(supply.size), supply)
    status = engine.solve()
    if status == engine.INFEASIBLE:
        return None
    if status != engine.OPTIMAL:
        raise AssertionError(f"min-cost flow: {status}")
    return low + np.asarray(engine.flows(arcs), dtype=np.int64)


def _reduced(
    network: Network, low: IntArray, high: IntArray, costs: IntArray, flow: IntArray
) -> IntArray:
    """(a,) costs less the difference of the potentials at both ends: how far to the nearest node.

    Above nought: no cheapest flow has more here. Below: none has less.
    """
    more, less = flow < high, flow > low
    tails = np.concatenate([network.tail[more], network.head[less]])
    heads = np.concatenate([network.head[more], network.tail[less]])
    lengths = np.concatenate([costs[more], -costs[less]])
    far = np.zeros(network.supply.size, dtype=np.int64)
    while True:
        nearer = far.copy()
        np.minimum.at(nearer, heads, far[tails] + lengths)
        if (nearer == far).all():
            reduced: IntArray = costs + far[network.tail] - far[network.head]
            return reduced
        far = nearer


def _engine() -> Any:
    """OR-Tools' min-cost flow, loaded when it is first asked: as CP-SAT, most never ask."""
    return import_module("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
