"""Apart in CP-SAT: one unit per pair in one group; as a demand, at most one of each clique."""

from __future__ import annotations

import networkx as nx
import numpy as np

from solver.exact.pairs import within
from solver.exact.posted import Posted, posted
from solver.exact.variables import Variables
from solver.terms import Apart


def post(term: Apart, v: Variables) -> Posted:
    """Counts the pairs that share a group."""
    ones = np.ones(len(term.edges), dtype=np.int64)
    return posted(term.price, within(v, term.edges, ones))


def demand(term: Apart, v: Variables) -> None:
    """No pair shares a group: cliques that cover all edges, at most one member each."""
    left = nx.Graph([(int(i), int(j)) for i, j in term.edges])
    whole = left.copy()
    while left.number_of_edges():
        clique = _grown(whole, *next(iter(sorted(left.edges))))
        left.remove_edges_from([(a, b) for a in clique for b in clique if a < b])
        for group in range(v.task.groups):
            v.model.add_at_most_one([v.is_in(row, group) for row in clique])


def _grown(graph: nx.Graph[int], a: int, b: int) -> list[int]:
    """A clique around an edge, grown greedily by degree."""
    clique = [a, b]
    near = set(graph[a]) & set(graph[b])
    while near:
        row = max(sorted(near), key=lambda r: len(near & set(graph[r])))
        clique.append(row)
        near &= set(graph[row])
    return sorted(clique)
