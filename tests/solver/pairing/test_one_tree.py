from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest

from solver.pairing import circuit
from solver.pairing.asked_links import Asked, Link
from solver.pairing.one_tree import links_of_rings
from solver.pairing.ring import ring
from solver.pairing.short_ring import short_ring
from tests.solver.pairing.made import forbid, mutual

SEEDS = range(9)


def drawn(seed: int, *, pins: int = 0) -> Asked:
    """Three to seven rows; of some seeds costs are equal or below nought, or links forbidden."""
    draw = np.random.default_rng(seed)
    m = int(draw.integers(3, 8))
    low, high = ((0, 1000), (-50, 50), (0, 2))[seed % 3]
    costs = np.triu(draw.integers(low, high, (m, m)), 1)
    allowed = np.triu(draw.random((m, m)) < (0.8 if seed % 2 else 1.0), 1)
    pinned = tuple((int(i), int(j)) for i, j in (draw.permutation(m)[:2] for _ in range(pins)))
    return Asked(costs=costs + costs.T, allowed=allowed | allowed.T, pinned=pinned)


def rings(asked: Asked) -> list[tuple[int, tuple[Link, ...]]]:
    """(cost, links) of every ring there is, by the plain definition; those equal by rows."""
    found = []
    for others in permutations(range(1, asked.m)):
        links = tuple(pairwise((0, *others, 0)))
        if all(asked.links[link] for link in links) and {*asked.pinned} <= {*links}:
            found.append((asked.of(links), links))
    return sorted(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_link_of_a_ring_as_cheap_is_cut(seed: int) -> None:
    asked = drawn(seed)
    every = rings(asked)
    for most in {cost for cost, _ in every[:5]}:
        kept = links_of_rings(asked, most)
        assert all(kept[link] for cost, links in every if cost <= most for link in links)


def test_what_no_such_ring_can_have_is_cut() -> None:
    # on a circle with 12 places each has two neighbours, and one ring alone is as short
    at = np.arange(12)
    apart = np.minimum(np.abs(at[:, None] - at), 12 - np.abs(at[:, None] - at))
    asked = Asked(costs=apart, allowed=np.ones((12, 12), dtype=np.bool_))
    assert short_ring(asked) == 12
    assert links_of_rings(asked, 12).sum() == 24
    assert links_of_rings(asked, 14).sum() > 24


@pytest.mark.parametrize("seed", SEEDS)
def test_a_ring_of_fewer_links_is_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = drawn(seed, pins=seed % 3 % 2)
    every = rings(asked)
    monkeypatch.setattr(circuit, "FEW", 2)
    if every:
        cost, links = every[0]
        assert (ring(asked).cost, ring(asked).links) == (cost, tuple(sorted(links)))


def test_a_short_ring_is_one_that_may_be() -> None:
    asked = drawn(3, pins=1)
    costs = [cost for cost, _ in rings(asked)]
    found = short_ring(asked)
    assert found in costs or (found is None and not costs)
    assert short_ring(forbid(mutual(4, {}), (0, 1), (0, 2))) is None
