"""A short ring found fast: from the nearest to the nearest, then mended until nothing is shorter.

Nothing is proven of it. It is what a bound is held against.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from solver.pairing.asked_links import Asked
from solver.quantise import IntArray

STARTS = 8
"""From so many rows, spread evenly, a ring is begun."""
LONGEST = 3
"""So many rows in a row, at most, go elsewhere together."""


def short_ring(asked: Asked) -> int | None:
    """What a short ring with all that is pinned costs, where links are mutual; None: none found."""
    costs, far = _lengths(asked)
    starts = range(0, asked.m, -(-asked.m // STARTS))
    found = [_mended(costs, _nearest(costs, row, far)) for row in starts]
    real = [cost for ring in found if (cost := _cost(asked, ring)) is not None]
    return min(real, default=None)


def _lengths(asked: Asked) -> tuple[IntArray, int]:
    """(m, m) costs, in which a forbidden link outweighs any ring, and a pinned one repays any."""
    known = np.where(asked.links, asked.costs, 0)
    far = int(asked.m * (np.abs(known).max() + 1))
    costs = np.where(asked.links, known, far)
    for i, j in asked.pinned:
        costs[i, j] = costs[j, i] = -far
    np.fill_diagonal(costs, 0)
    return costs.astype(np.int64), far


def _cost(asked: Asked, ring: IntArray) -> int | None:
    """What it costs; None where a link is forbidden, or a pin is not there in its direction."""
    for rows in (ring.tolist(), ring[::-1].tolist()):
        links = tuple(zip(rows, [*rows[1:], rows[0]], strict=True))
        if all(asked.links[link] for link in links) and {*asked.pinned} <= {*links}:
            return asked.of(links)
    return None


def _nearest(costs: IntArray, row: int, far: int) -> IntArray:
    """From there always on to the nearest that is left."""
    ring, left = [row], np.zeros(len(costs), dtype=np.int64)
    for _ in range(len(costs) - 1):
        left[ring[-1]] = 4 * far  # further than any that is left
        ring.append(int((costs[ring[-1]] + left).argmin()))
    return np.array(ring, dtype=np.int64)


def _mended(costs: IntArray, ring: IntArray) -> IntArray:
    while (shorter := _turned(costs, ring)) is not None or (
        shorter := _moved(costs, ring)
    ) is not None:
        ring = shorter
    return ring


def _turned(costs: IntArray, ring: IntArray) -> IntArray | None:
    """The same with that part turned round which saves most; None: nothing is saved."""
    after = np.roll(ring, -1)
    now = costs[ring, after]
    more = costs[np.ix_(ring, ring)] + costs[np.ix_(after, after)] - now[:, None] - now[None]
    np.fill_diagonal(more, 0)
    first, last = sorted(divmod(int(more.argmin()), len(ring)))
    if more[first, last] >= 0:
        return None
    return np.concatenate([ring[: first + 1], ring[first + 1 : last + 1][::-1], ring[last + 1 :]])


def _moved(costs: IntArray, ring: IntArray) -> IntArray | None:
    """The same with a few rows elsewhere, either way round; None: nothing is saved by that."""
    for part, rest in _parts(ring):
        saved = costs[rest[-1], part[0]] + costs[part[-1], rest[0]] - costs[rest[-1], rest[0]]
        for turned in (part, part[::-1]):
            one, other = rest[:-1], rest[1:]
            more = costs[one, turned[0]] + costs[turned[-1], other] - costs[one, other] - saved
            at = int(more.argmin()) + 1
            if more[at - 1] < 0:
                return np.concatenate([rest[:at], turned, rest[at:]])
    return None


def _parts(ring: IntArray) -> Iterator[tuple[IntArray, IntArray]]:
    """Every few rows that follow each other, and the others from there."""
    for length in range(1, min(LONGEST, len(ring) - 2) + 1):
        for at in range(len(ring)):
            turned = np.roll(ring, -at)
            yield turned[:length], turned[length:]
