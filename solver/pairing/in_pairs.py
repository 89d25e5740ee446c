"""Buddies in pairs, at the least cost; of an odd number three sit together, or one stays out."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from solver.errors import InvalidTaskError
from solver.pairing.asked_links import Asked, Link
from solver.pairing.blossom import Costs, among, cheapest, mutual, with_ties_broken
from solver.pairing.check_pairing import check_pairs
from solver.pairing.paired import Paired
from solver.pairing.trio import pairs_and_a_trio
from solver.pairing.unpairable import UnpairableError, clash_of
from solver.quantise import IntArray


class Odd(StrEnum):
    """What becomes of an odd number of rows."""

    TRIO = "trio"
    OUT = "out"


def pairs(asked: Asked, *, odd: Odd = Odd.TRIO, was_out: IntArray | None = None) -> Paired:
    """The cheapest pairs, with a trio or one row out where their number is odd.

    ``was_out`` (m,): how often each row was out before. Who was out least is out first, then
    whoever leaves the cheapest rest, then the first row. Ties: the first trio, then the first
    links, row by row.

    Raises InvalidTaskError ``not_mutual`` where costs or what is allowed differ by direction,
    ``shape`` of ``was_out``; UnpairableError where nothing fits.
    """
    if not asked.is_mutual:
        raise InvalidTaskError("not_mutual")
    before = _before(asked, was_out)
    links = _links(asked, odd, before)
    if links is None:
        raise UnpairableError(clash_of(asked, lambda other: _fits(other, odd)))
    linked = {row for link in links for row in link}
    out = tuple(row for row in range(asked.m) if row not in linked)
    paired = Paired(links, asked.of(links), out)
    check_pairs(asked, paired, trio=odd is Odd.TRIO)
    return paired


def _links(asked: Asked, odd: Odd, was_out: list[int]) -> tuple[Link, ...] | None:
    if asked.m % 2 == 0:
        return _perfect(asked)
    return pairs_and_a_trio(asked) if odd is Odd.TRIO else _one_out(asked, was_out)


def _fits(asked: Asked, odd: Odd) -> bool:
    """Whether there is any answer, whatever it costs."""
    if asked.m % 2 and odd is Odd.TRIO:
        return pairs_and_a_trio(asked) is not None
    rows, nobody = range(asked.m), asked.m
    costs = among(rows, mutual(asked), asked.edges)
    if asked.m % 2 == 0:
        return cheapest(rows, costs) is not None
    return cheapest([*rows, nobody], {**costs, **_out(asked)}) is not None


def _perfect(asked: Asked) -> tuple[Link, ...] | None:
    rows = range(asked.m)
    costs = among(rows, mutual(asked), asked.edges)
    return cheapest(rows, with_ties_broken(costs, asked.m))


def _one_out(asked: Asked, was_out: list[int]) -> tuple[Link, ...] | None:
    """With one row more, nobody: whose buddy that is, is out.

    One number says it all, from the left: how often that row was out, the costs, the row itself,
    and what breaks ties between the links.
    """
    rows, nobody = range(asked.m), asked.m
    costs = among(rows, mutual(asked), asked.edges)
    above_costs = 2 * sum(abs(cost) for cost in costs.values()) + 1
    scaled = with_ties_broken({link: cost * asked.m for link, cost in costs.items()}, asked.m)
    out = {
        (row, nobody): (was_out[row] * above_costs * asked.m + row) * asked.m**asked.m
        for row, nobody in _out(asked)
    }
    found = cheapest([*rows, nobody], {**scaled, **out})
    return None if found is None else tuple(link for link in found if nobody not in link)


def _out(asked: Asked) -> Costs:
    """The links of those who may be out, all but who is pinned, with nobody."""
    bound = {row for link in asked.edges for row in link}
    return {(row, asked.m): 0 for row in range(asked.m) if row not in bound}


def _before(asked: Asked, was_out: IntArray | None) -> list[int]:
    """(m,) how often each row was out."""
    if was_out is None:
        return [0] * asked.m
    if was_out.shape != (asked.m,) or not np.issubdtype(was_out.dtype, np.integer):
        raise InvalidTaskError("shape", was_out=was_out.shape)
    return [int(times) for times in was_out]
