"""Whether all reading hangs together: only then can strict readers be told from poor work."""

from __future__ import annotations

from itertools import product

import numpy as np

from solver.pairing.reading.meetings_bound import meetings_of, squares
from solver.quantise import BoolArray, IntArray

TRIED = 30
"""Readings of the smallest part, and of the others, that are tried with each other."""


def parts_of(reads: BoolArray) -> IntArray:
    """(m,) the part each reader belongs to, by its first reader; -1 for who reads nothing.

    Two are of one part who both read something, or both are of a part with a third.
    """
    near = (meetings_of(reads) > 0) | np.eye(reads.shape[1], dtype=np.bool_)
    parts = np.full(reads.shape[1], -1, dtype=np.int64)
    for reader in np.flatnonzero(reads.any(axis=0)):
        if parts[reader] >= 0:
            continue
        here = near[reader]
        while True:
            more = near[here].any(axis=0)
            if (more == here).all():
                break
            here = more
        parts[here & reads.any(axis=0)] = reader
    return parts


def is_joined(reads: BoolArray) -> bool:
    """Whether there is one part."""
    parts = parts_of(reads)
    return np.unique(parts[parts >= 0]).size <= 1


def join(reads: BoolArray, allowed: BoolArray) -> BoolArray:
    """Readers of different parts change places, the cheapest way first, until there is one part.

    As it was, from where no such change makes the parts fewer.
    """
    while not is_joined(reads):
        better = _fewer_parts(reads, allowed)
        if better is None:
            break
        reads = better
    return reads


def _fewer_parts(reads: BoolArray, allowed: BoolArray) -> BoolArray | None:
    parts = parts_of(reads)
    named, sizes = np.unique(parts[parts >= 0], return_counts=True)
    inside = parts == named[np.argmin(sizes)]
    here = np.argwhere(reads & inside)[:TRIED]
    there = np.argwhere(reads & ~inside)[:TRIED]
    best, least = None, 0
    for (i, a), (j, b) in product(here, there):
        if not (allowed[i, b] and allowed[j, a]):
            continue
        changed = reads.copy()
        changed[i, a] = changed[j, b] = False
        changed[i, b] = changed[j, a] = True
        after = parts_of(changed)
        cost = squares(meetings_of(changed))
        fewer = np.unique(after[after >= 0]).size < named.size
        if fewer and (best is None or cost < least):
            best, least = changed, cost
    return best
