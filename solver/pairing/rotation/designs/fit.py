"""A design for a task: fewer people than places, absences, hosts and pairs apart allowed.

Whoever is left out leaves a place empty, and sizes may differ by that. Which of the places stay
empty, and who takes which of the others, is annealed; tables get their numbers afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import networkx as nx
import numpy as np

from solver.pairing.rotation.designs.design import Design
from solver.pairing.rotation.designs.known_designs import design_for
from solver.pairing.rotation.designs.taken_places import Places
from solver.pairing.rotation.sessions import RotationTask, Session
from solver.quantise import IntArray


@dataclass(frozen=True, eq=False)
class Fitted:
    """``seats`` (r, n) of the first r sessions, by a design: nobody meets anybody twice in them."""

    name: str
    seats: IntArray


def fitted(task: RotationTask, seed: int) -> Fitted | None:
    """The smallest design that seats all sessions, else the one that seats most; None without."""
    tables = task.sessions[0].tables
    if any(session.tables != tables for session in task.sessions):
        return None
    there = max(int(session.present.sum()) for session in task.sessions)
    most = min(int(session.high.max()) for session in task.sessions)
    best: Fitted | None = None
    for size in range(max(-(-there // tables), 2), most + 1):
        design = design_for(tables, size)
        if design is None or design.rounds < 2 or size * tables < task.n:  # noqa: PLR2004  one round repeats nothing anyway
            continue
        found = _fitted(task, design, seed)
        if found is not None and (best is None or len(found.seats) > len(best.seats)):
            best = found
        if best is not None and len(best.seats) == len(task.sessions):
            break
    return best


def _fitted(task: RotationTask, design: Design, seed: int) -> Fitted | None:
    """People at the places of a design; None where they do not fit."""
    rounds = min(design.rounds, len(task.sessions))
    first = replace(
        task, sessions=tuple(_hosts_apart(session) for session in task.sessions[:rounds])
    )
    seats = Places(first, design, seed).settled()
    if seats is None:
        return None
    named = [
        _named(session, row) for session, row in zip(task.sessions[:rounds], seats, strict=True)
    ]
    if any(row is None for row in named):
        return None
    return Fitted(design.name, np.stack([row for row in named if row is not None]))


def _hosts_apart(session: Session) -> Session:
    """The session with hosts of different tables apart, wherever they sit."""
    pairs = [(i, j) for (i, a), (j, b) in combinations(sorted(set(session.hosts)), 2) if a != b]
    apart = np.vstack([session.apart, np.array(pairs, dtype=np.int64).reshape(-1, 2)])
    return replace(session, apart=apart)


def _named(session: Session, seats: IntArray) -> IntArray | None:
    """The same seats, every table with the number of one that it fits; None where none is left."""
    sizes = np.bincount(seats[session.present], minlength=session.tables)
    host = dict(session.hosts)
    # whole numbers, for what hashes otherwise in every process would be matched otherwise
    graph = nx.Graph()
    graph.add_nodes_from(range(session.tables))
    for made in range(session.tables):
        asked = {host[int(row)] for row in np.flatnonzero(seats == made) if int(row) in host}
        for table in range(session.tables):
            fits = session.low[table] <= sizes[made] <= session.high[table]
            if fits and asked <= {table}:
                graph.add_edge(made, session.tables + table)
    matching = nx.bipartite.hopcroft_karp_matching(graph, range(session.tables))
    if any(made not in matching for made in range(session.tables)):
        return None
    number = np.array([matching[made] - session.tables for made in range(session.tables)] + [-1])
    named: IntArray = number[np.where(session.present, seats, session.tables)]
    return named
