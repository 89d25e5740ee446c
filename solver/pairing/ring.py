"""Buddies in a ring: everybody is the buddy of one and has one, in one circle through all."""

from __future__ import annotations

from solver.pairing.asked_links import Asked, Link
from solver.pairing.check_pairing import check_ring
from solver.pairing.circuit import cheapest_circuit, has_circuit
from solver.pairing.paired import Paired
from solver.pairing.unpairable import UnpairableError, clash_of

LIMIT = 5.0
"""Deterministic seconds that one verdict on what clashes may take."""


def ring(asked: Asked) -> Paired:
    """The cheapest ring, proven; a pin (i, j): i is the buddy of j.

    Two rows are each other's buddy: two links, one unit. Ties: whoever comes after row 0 in the
    ring is an early row, then whoever comes after that one, and so on.

    Raises UnpairableError where there is none: also of a single row.
    """
    links = _links(asked)
    if links is None:
        raise UnpairableError(clash_of(asked, _fits))
    paired = Paired(links, asked.of(links), ())
    check_ring(asked, paired)
    return paired


def _links(asked: Asked) -> tuple[Link, ...] | None:
    found = cheapest_circuit(asked) if asked.m > 1 else None
    return None if found is None else tuple(enumerate(found))


def _fits(asked: Asked) -> bool | None:
    return asked.m > 1 and has_circuit(asked, deterministic_limit=LIMIT)
