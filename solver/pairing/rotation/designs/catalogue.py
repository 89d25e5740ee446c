"""Which design there is for so many tables of a size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from solver.pairing.rotation.designs.circle import circle
from solver.pairing.rotation.designs.design import Design
from solver.pairing.rotation.designs.first_rounds import ROUNDS
from solver.pairing.rotation.designs.kirkman import SIZE, kirkman
from solver.pairing.rotation.designs.shifted import shifted
from solver.pairing.rotation.designs.transversal import transversal

MOST_TABLES = 100
"""Above it nothing is constructed: a search finds room enough."""
ENOUGH = 16
"""Up to so many rounds are looked for where tables are no power of a prime."""


@cache
def design_for(tables: int, size: int) -> Design | None:
    """The design of most rounds; of equal ones the first. None above MOST_TABLES."""
    if not 1 <= tables <= MOST_TABLES or size < 2:  # noqa: PLR2004  nobody sits alone
        return None
    known = (design for design in _all(tables, size) if design is not None)
    return max(known, key=lambda design: design.rounds)


def _all(tables: int, size: int) -> Iterator[Design | None]:
    yield Design("one sitting", tables, size, np.arange(tables * size)[None] // size)
    if size == 2:  # noqa: PLR2004  pairs
        yield circle(tables)
        return
    if size == SIZE:
        yield kirkman(tables)
    for turned in ROUNDS:
        if (turned.tables, turned.size) == (tables, size):
            yield turned.design()
    planes = transversal(tables, size, design_for)
    yield planes
    if planes is None and size <= tables:
        yield shifted(tables, size, ENOUGH, design_for)
