"""The cheapest perfect matching, by the blossom algorithm of networkx on exact integers.

Python's integers have no end, so that ties need no second search: what breaks them stands below the
last digit of the costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx

from solver.pairing.asked_links import Asked, Link

Costs = Mapping[Link, int]
"""Link (i, j), i < j → what it costs; a link that is not there is forbidden."""


def cheapest(rows: Iterable[int], costs: Costs) -> tuple[Link, ...] | None:
    """The links, ascending, that give every row one buddy at the least cost; None: none do."""
    graph = nx.Graph()
    graph.add_nodes_from(rows)
    graph.add_weighted_edges_from((i, j, -cost) for (i, j), cost in costs.items())
    found = nx.max_weight_matching(graph, maxcardinality=True)
    if 2 * len(found) < len(graph):
        return None
    return tuple(sorted((min(link), max(link)) for link in found))


def mutual(asked: Asked) -> Costs:
    """The links i < j that may be there, and their costs."""
    costs = asked.costs.tolist()
    links = asked.links.tolist()
    rows = range(asked.m)
    return {(i, j): costs[i][j] for i in rows for j in rows if i < j and links[i][j]}


def among(rows: Iterable[int], costs: Costs, pinned: Iterable[Link] = ()) -> Costs:
    """The links between these rows; a row that is ``pinned`` (i, j), i < j, has no other.

    None at all where two pins share a row: that cannot be met.
    """
    pins = set(pinned)
    bound = [row for pin in pins for row in pin]
    if len(set(bound)) < len(bound):
        return {}
    free = set(rows).difference(bound)
    return {
        (i, j): cost
        for (i, j), cost in costs.items()
        if (i in free and j in free) or (i, j) in pins
    }


def with_ties_broken(costs: Costs, rows: int) -> Costs:
    """Of matchings that cost the same, the cheapest is now the one whose links come first.

    Costs are multiplied by ``rows`` ** ``rows``; below that stands a number with one digit a row:
    in the i-th place from the left the buddy of row i, if that is a later row.
    """
    unit = rows**rows
    return {(i, j): cost * unit + j * rows ** (rows - 1 - i) for (i, j), cost in costs.items()}
