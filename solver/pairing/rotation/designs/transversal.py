"""Affine planes, and what is left of them with smaller tables.

A person is (i, x): i one of ``size`` elements of a field of q, x any. In round k they sit at table
x + k·i. Two persons meet where x − x' = k·(i' − i): in one round at most, and never with the
same i. With size q this is the affine plane of order q, and those with the same i are its last
round (Bose 1938). Where a table takes a part of q, those with the same i form tables among
themselves, with a design of their own: so come the affine spaces.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from solver.pairing.rotation.designs.design import Design, together
from solver.pairing.rotation.designs.finite_field import field, prime_power


def transversal(q: int, size: int, within: Callable[[int, int], Design | None]) -> Design | None:
    """Q tables of ``size``; ``within``: the design for fewer tables of that size, where one is."""
    if prime_power(q) is None or not 2 <= size <= q:  # noqa: PLR2004  nobody sits alone
        return None
    numbers = field(q)
    i, x = np.divmod(np.arange(size * q), q)
    seats = np.stack([numbers.plus[x, numbers.times[k, i]] for k in range(q)])
    planes = Design(f"transversal of order {q}", q, size, seats)
    if size == q:
        return together(f"affine plane of order {q}", planes, Design("", q, q, i[None]))
    return with_groups(planes, within)


def with_groups(design: Design, within: Callable[[int, int], Design | None]) -> Design:
    """And rounds of those who never met: for each i as many as there are tables."""
    each = design.tables
    if each % design.size:
        return design
    inner = within(each // design.size, design.size)
    if inner is None:
        return design
    beside = np.arange(design.size)[:, None] * inner.tables
    seats = np.stack([(beside + row[None, :]).ravel() for row in inner.seats])
    return together(design.name, design, Design("", each, design.size, seats))
