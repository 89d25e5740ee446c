"""Tables that everybody passes by steps of their own, for any number of tables.

A person is (i, x): x one of the tables 0 … g−1. In round r they sit at table x + d(i, r) modulo g.
Two persons with another i meet where x − x' = d(i', r) − d(i, r): in one round at most, where
these differences are all different (a difference matrix: Bose & Bush 1952; here of fewer columns).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from solver.pairing.rotation.designs.design import Design
from solver.pairing.rotation.designs.transversal import with_groups

TRIES = 20_000
"""Steps of the search for one more row of differences."""


def shifted(
    g: int, size: int, rounds: int, within: Callable[[int, int], Design | None]
) -> Design | None:
    """G tables of ``size``, as many rounds up to ``rounds`` as a search in order finds."""
    steps = next((found for r in range(min(rounds, g), 1, -1) if (found := _steps(g, size, r))), ())
    if not steps:
        return None
    i, x = np.divmod(np.arange(size * g), g)
    d = np.array(steps)
    seats = np.stack([(x + d[i, r]) % g for r in range(d.shape[1])])
    return with_groups(Design(f"steps around {g} tables", g, size, seats), within)


@cache
def _steps(g: int, size: int, rounds: int) -> tuple[tuple[int, ...], ...]:
    """d(i, r) for every i; nothing where none was found."""
    rows: list[tuple[int, ...]] = [(0,) * rounds]
    while len(rows) < size:
        row = _row(g, rounds, rows)
        if row is None:
            return ()
        rows.append(row)
    return tuple(rows)


def _row(g: int, rounds: int, rows: list[tuple[int, ...]]) -> tuple[int, ...] | None:
    """One row more, of which the differences to each row before are all different."""
    row: list[int] = []
    taken: list[set[int]] = [set() for _ in rows]
    tries, value = 0, 0
    while len(row) < rounds:
        tries += 1
        at = len(row)
        if tries > TRIES:
            return None
        if value == g:
            if at <= 1:
                return None
            value = row.pop()
            for before, seen in zip(rows, taken, strict=True):
                seen.discard((value - before[at - 1]) % g)
            value += 1
        elif any((value - b[at]) % g in seen for b, seen in zip(rows, taken, strict=True)):
            value += 1
        else:
            for before, seen in zip(rows, taken, strict=True):
                seen.add((value - before[at]) % g)
            row.append(value)
            # the first of every row is 0: each row may begin anywhere
            value = 0 if len(row) > 0 else value
    return tuple(row)
