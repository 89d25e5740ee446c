"""The reading shared out by a flow: as many readers as asked, their loads as equal as can be.

Readers → what they may read → a sink. What one reader more costs a reader grows with what that
reader has (1, 3, 5 …), so a cheapest flow has the least sum of the squares of the loads: these
differ by one at the most wherever that can be. A first reader short costs nothing to fill and the
last one more than all loads, so nothing does with one less unless it has to.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

from solver.pairing.reading.reading_task import ReadingTask
from solver.quantise import BoolArray, IntArray


def shared_out(task: ReadingTask) -> BoolArray:
    """(d, m) who reads what: all the reading that can be done, loads as equal as can be.

    Some may have fewer readers than the task asks; whoever calls looks for that.
    """
    d, m = task.allowed.shape
    what, who = np.nonzero(task.allowed)
    most = min(task.most, d)
    source, sink = d + m, d + m + 1
    load = np.arange(most)
    dear = 2 * d + 1
    tails = [np.full(m * most, source), d + who, np.arange(d), np.arange(d)]
    heads = [d + np.repeat(np.arange(m), most), what, np.full(d, sink), np.full(d, sink)]
    room = [np.ones(m * most), np.ones(who.size), np.full(d, task.least)]
    room.append(np.full(d, task.readers - task.least))
    costs = [np.tile(2 * load + 1, m), np.zeros(who.size), np.zeros(d), np.full(d, dear)]
    engine = _engine()
    arcs = engine.add_arcs_with_capacity_and_unit_cost(*map(_joined, (tails, heads, room, costs)))
    supply = min(d * task.readers, m * most)
    engine.set_nodes_supplies(np.array([source, sink]), np.array([supply, -supply]))
    status = engine.solve_max_flow_with_min_cost()
    if status != engine.OPTIMAL:
        raise AssertionError(f"min-cost flow: {status}")
    flows = np.asarray(engine.flows(arcs[m * most : m * most + who.size]), dtype=np.bool_)
    reads = np.zeros((d, m), dtype=np.bool_)
    reads[what, who] = flows
    return reads


def _joined(parts: list[Any]) -> IntArray:
    return np.concatenate(parts).astype(np.int64)


def _engine() -> Any:
    """OR-Tools' min-cost flow, loaded when it is first asked."""
    return import_module("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
