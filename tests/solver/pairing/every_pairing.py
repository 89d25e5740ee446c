"""Every pairing there is, in plain Python, and the best of them: the oracle of all forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Any

from solver.pairing.asked_links import Asked, Link
from solver.pairing.servers import Servers

Links = tuple[Link, ...]
Key = tuple[Any, ...]


def matchings(rows: Sequence[int]) -> Iterator[Links]:
    """Every way to put them two by two."""
    if not rows:
        yield ()
    for at in range(1, len(rows)):
        for rest in matchings((*rows[1:at], *rows[at + 1 :])):
            yield ((rows[0], rows[at]), *rest)


def all_pairs(asked: Asked, odd: str, was_out: Sequence[int]) -> Iterator[tuple[Key, Links]]:
    """Every allowed answer in pairs, and what it is ranked by."""
    rows = range(asked.m)
    if asked.m % 2 == 0:
        answers: Iterable[tuple[Key, Key, Links]] = (((), (), links) for links in matchings(rows))
    elif odd == "out":
        answers = (
            ((was_out[one],), (one,), links)
            for one in rows
            for links in matchings([row for row in rows if row != one])
        )
    else:
        answers = (
            ((), trio, (*combinations(trio, 2), *links))
            for trio in combinations(rows, 3)
            for links in matchings([row for row in rows if row not in trio])
        )
    pins = {(min(pin), max(pin)) for pin in asked.pinned}
    for first, then, links in answers:
        if fits(asked, links) and pins <= set(links):
            yield (*first, asked.of(links), *then, tuple(sorted(links))), tuple(sorted(links))


def all_rings(asked: Asked) -> Iterator[tuple[Key, Links]]:
    """Every allowed ring; two rows make one, a single row none."""
    costs, allowed = asked.costs.tolist(), asked.allowed.tolist()

    def onward(
        ring: Links, at: int, cost: int, left: frozenset[int]
    ) -> Iterator[tuple[int, Links]]:
        for row in left or {0}:
            if row != at and allowed[at][row]:
                longer, more = (*ring, (at, row)), cost + costs[at][row]
                if left:
                    yield from onward(longer, row, more, left - {row})
                else:
                    yield more, longer

    pins = set(asked.pinned)
    for cost, ring in onward((), 0, 0, frozenset(range(1, asked.m))):
        if pins <= set(ring):
            yield (cost, tuple(row for _, row in ring)), tuple(sorted(ring))


def all_guides(asked: Asked, guides: Sequence[bool], most: int) -> Iterator[tuple[Key, Links]]:
    """Every allowed choice of a guide for each who is none."""
    first = [row for row in range(asked.m) if guides[row]]
    second = [row for row in range(asked.m) if not guides[row]]
    for chosen in product(first, repeat=len(second)):
        links = tuple(sorted(zip(chosen, second, strict=True)))
        loads = Counter(chosen)
        if max(loads.values(), default=0) > most or not fits(asked, links):
            continue
        if set(asked.pinned) <= set(links):
            yield (asked.of(links), chosen), links


def all_coaches(servers: Servers) -> Iterator[tuple[Key, tuple[int, ...]]]:
    """Every allowed choice of a coach for each row."""
    costs, allowed = servers.costs.tolist(), servers.allowed.tolist()
    capacity = servers.capacity.tolist()
    for chosen in product(range(len(capacity)), repeat=servers.rows):
        loads = Counter(chosen)
        if any(load > capacity[k] for k, load in loads.items()):
            continue
        pairs = list(enumerate(chosen))
        if all(allowed[i][k] for i, k in pairs) and set(servers.pinned) <= set(pairs):
            squares = sum(load**2 for load in loads.values())
            yield (squares, sum(costs[i][k] for i, k in pairs), chosen), chosen


def fits(asked: Asked, links: Links) -> bool:
    return all(asked.allowed[link] for link in links)


def best(answers: Iterator[tuple[Key, Any]]) -> tuple[Key, Any] | None:
    """The first of all; None where there are none."""
    return min(answers, default=None)
