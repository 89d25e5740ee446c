"""Random cohorts for every form of pairing: few costs or many, pins, and what is forbidden."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from solver.pairing.asked_links import MOST_COST, Asked, Link
from solver.pairing.guide import guide
from solver.pairing.in_pairs import Odd, pairs
from solver.pairing.paired import Paired
from solver.pairing.ring import ring
from solver.pairing.servers import Servers
from solver.pairing.unpairable import Clash
from tests.solver.pairing.every_pairing import Key, Links, all_guides, all_pairs, all_rings

SPANS = (0, 1, 3, 100, 10**6, MOST_COST)
"""Costs lie between minus this and this: few different ones tie."""
FREE = (1.0, 1.0, 0.8, 0.5)
"""The share of links that is allowed."""
MOST_SERVERS = 3


@dataclass(frozen=True)
class Form:
    """``find``: the solver; ``every``: the oracle, each answer with what it is ranked by."""

    name: str
    asked: Asked
    find: Callable[[Asked], Paired]
    every: Callable[[Asked], Iterator[tuple[Key, Links]]]


def forms(seed: int, most: int) -> list[Form]:
    """All forms of pairing for one cohort of up to ``most`` rows."""
    dice = random.Random(seed)
    m = dice.randint(1, most)
    one_way, mutual = _asked(dice, m), _asked(dice, m, mutual=True)
    was_out = [dice.randint(0, 2) for _ in range(m)]
    guides = [dice.random() < 0.4 for _ in range(m)]
    of_each = dice.randint(1, 4)
    guiding = partial(guide, guides=np.array(guides), most=of_each)
    left_out = partial(pairs, odd=Odd.OUT, was_out=np.array(was_out))
    directed = dice.choice([one_way, mutual])
    return [
        Form("trio", mutual, pairs, partial(all_pairs, odd="trio", was_out=was_out)),
        Form("out", mutual, left_out, partial(all_pairs, odd="out", was_out=was_out)),
        Form("ring", directed, ring, all_rings),
        Form(
            "guide",
            _guided(dice, directed, guides),
            guiding,
            partial(all_guides, guides=guides, most=of_each),
        ),
    ]


def servers(seed: int, most: int) -> Servers:
    """Coaches for a cohort of up to ``most`` rows."""
    dice = random.Random(seed)
    m, c = dice.randint(1, most), dice.randint(1, MOST_SERVERS)
    span, free = dice.choice(SPANS), dice.choice(FREE)
    pins = [(dice.randrange(m), dice.randrange(c)) for _ in range(dice.choice([0, 0, 1, 2]))]
    return Servers(
        costs=_table(m, c, lambda: dice.randint(-span, span)).astype(np.int64),
        allowed=_table(m, c, lambda: dice.random() < free).astype(np.bool_),
        capacity=np.array([dice.randint(0, m) for _ in range(c)], dtype=np.int64),
        pinned=tuple(pins),
    )


def of_clash(asked: Asked, clash: Clash, *, less: Link | None = None) -> Asked:
    """Only what a clash names, and of that all but ``less``."""
    allowed = np.ones_like(asked.allowed)
    for i, j in clash.forbidden:
        if (i, j) != less:
            allowed[i, j] = False
            allowed[j, i] = asked.allowed[j, i] or i == j
    pinned = tuple(link for link in clash.pinned if link != less)
    return replace(asked, costs=np.zeros_like(asked.costs), allowed=allowed, pinned=pinned)


def _asked(dice: random.Random, m: int, *, mutual: bool = False) -> Asked:
    span, free = dice.choice(SPANS), dice.choice(FREE)
    costs = _table(m, m, lambda: dice.randint(-span, span)).astype(np.int64)
    allowed = _table(m, m, lambda: dice.random() < free).astype(np.bool_)
    if mutual:
        costs = np.triu(costs, 1) + np.triu(costs, 1).T
        allowed = np.triu(allowed, 1) | np.triu(allowed, 1).T
    pins = dice.choice([0, 0, 1, 2]) if m > 1 else 0
    pinned = tuple((i, j) for i, j in (dice.sample(range(m), 2) for _ in range(pins)))
    return Asked(costs=costs, allowed=allowed, pinned=pinned)


def _guided(dice: random.Random, asked: Asked, guides: Sequence[bool]) -> Asked:
    """The same, where most pins lead from a guide to who is none."""
    turned = (
        (j, i) if guides[j] and not guides[i] and dice.random() < 0.9 else (i, j)
        for i, j in asked.pinned
    )
    return replace(asked, pinned=tuple(turned))


def _table(rows: int, columns: int, draw: Callable[[], Any]) -> np.ndarray:
    return np.array([[draw() for _ in range(columns)] for _ in range(rows)])
