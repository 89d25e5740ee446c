"""Who all exclude each other: so many groups are needed to give each of them a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair
from cohorts.round.round import Round

CLIQUES_TRIED = 20_000
"""Listing cliques can take for ever; what is not found here, the composing itself finds."""


@dataclass(frozen=True)
class Exclude:
    """``people``: no two of them may sit together, in order of id; () where nobody is kept apart.

    ``largest``: no more can be found; else there may be.
    """

    people: tuple[ApplicantId, ...]
    largest: bool = True


def exclude_each_other(pairs: Iterable[Pair], round_: Round, most: int = CLIQUES_TRIED) -> Exclude:
    """The most people of whom every two are one of ``pairs``; of as many the first.

    Only ``most`` such sets that cannot grow are looked at: what is found stands, there may be more.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and only rounds with rivals need it

    # by row: in what order names come out of a set differs from run to run
    graph: nx.Graph[int] = nx.Graph(sorted((round_.rows[a], round_.rows[b]) for a, b in pairs))
    found: list[int] = []
    largest = True
    for tried, clique in enumerate(nx.find_cliques(graph)):
        found = min(found, sorted(clique), key=lambda rows: (-len(rows), rows))
        if tried > most:
            largest = False
            break
    return Exclude(tuple(round_.applicants[row].id for row in found), largest)
