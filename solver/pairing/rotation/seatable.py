"""Whether one session can be seated at all, and how, by CP-SAT."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import networkx as nx
import numpy as np

from solver.exact.cp_sat import cp_model
from solver.exact.stoppable import stoppable_solver
from solver.pairing.rotation.sessions import Session
from solver.quantise import IntArray

LIMIT = 10.0
"""Deterministic seconds for one verdict."""


class Verdict(Enum):
    """What is known of a session."""

    SEATED = "seated"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False)
class Seated:
    """``seats`` (n,): one way to seat it, -1 for whoever is absent; None where none was found.

    ``spent``: deterministic seconds.
    """

    verdict: Verdict
    seats: IntArray | None = None
    spent: float = 0.0


def seated(session: Session, apart: frozenset[tuple[int, int]], limit: float = LIMIT) -> Seated:
    """One way to seat a session with these pairs apart, or the proof that there is none.

    Rows that nothing is asked of are only counted: they are whoever is left. ``limit``:
    deterministic seconds at most.
    """
    there = np.flatnonzero(session.present)
    if not int(session.low.sum()) <= there.size <= int(session.high.sum()):
        return Seated(Verdict.IMPOSSIBLE)
    bound = sorted({row for row, _ in session.hosts} | {row for pair in apart for row in pair})
    model = cp_model.CpModel()
    at = {
        row: [model.new_bool_var(f"{row} at {table}") for table in range(session.tables)]
        for row in bound
    }
    rest = [model.new_int_var(0, int(most), "") for most in session.high]
    for tables in at.values():
        model.add_exactly_one(tables)
    for row, table in session.hosts:
        model.add(at[row][table] == 1)
    for clique in _cliques(apart):
        for table in range(session.tables):
            model.add_at_most_one(at[row][table] for row in clique)
    for table, free in enumerate(rest):
        size = free + sum(tables[table] for tables in at.values())
        model.add_linear_constraint(size, int(session.low[table]), int(session.high[table]))
    model.add(sum(rest) == there.size - len(bound))
    solver = stoppable_solver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = limit
    status = solver.solve(model)
    spent = float(solver.response_proto.deterministic_time)
    if status == cp_model.INFEASIBLE:
        return Seated(Verdict.IMPOSSIBLE, spent=spent)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Seated(Verdict.UNKNOWN, spent=spent)
    seats: IntArray = np.full(session.present.size, -1, dtype=np.int64)
    for row, tables in at.items():
        seats[row] = [solver.value(one) for one in tables].index(1)
    free_rows = [row for row in there if row not in at]
    counts = [solver.value(free) for free in rest]
    seats[free_rows] = np.repeat(np.arange(session.tables), counts)
    return Seated(Verdict.SEATED, seats, spent)


def _cliques(apart: frozenset[tuple[int, int]]) -> list[list[int]]:
    """Sets of rows that are all apart, until every pair stands in one: they prove sooner."""
    graph = nx.Graph()
    graph.add_edges_from(sorted(apart))
    left, found = set(apart), []
    for i, j in sorted(apart):
        if (i, j) not in left:
            continue
        clique = [i, j]
        for row in sorted(set(graph[i]) & set(graph[j])):
            if all(graph.has_edge(row, other) for other in clique):
                clique.append(row)
        found.append(clique)
        left -= {(min(a, b), max(a, b)) for a in clique for b in clique if a != b}
    return found
