"""The tasks of the quality ledger: made, fixed, hard enough that every part of a search counts."""

from __future__ import annotations

import numpy as np
from sklearn.datasets import load_iris

from solver.places import Places
from solver.quantise import IntArray
from solver.task import Task
from solver.terms import Apart, Choice, Likeness, Merit, PairCost, Spread, Tally, Term


def of(
    n: int, groups: int, *terms: Term, low: int, high: int, places: Places | None = None
) -> Task:
    """n rows in groups of so many, lots in order."""
    return Task(
        n=n,
        low=np.full(groups, low),
        high=np.full(groups, high),
        terms=terms,
        places=places or Places.everyone(n),
        lot=np.arange(n),
    )


def iris() -> Task:
    """Fisher's irises, 150 in three groups of exactly 50, by all four measures (copy: sklearn)."""
    alike = Likeness.of("alike", load_iris().data, np.ones(4), 1)
    return of(150, 3, alike, low=50, high=50)


def planted(n: int = 160, groups: int = 40) -> tuple[Task, IntArray]:
    """Groups of four around centres, so near each other that a short search gets stuck.

    The seats they were made with are the best there are: longer searches find nothing better.
    """
    draw = np.random.default_rng(0)
    seats = draw.permutation(np.repeat(np.arange(groups), n // groups)).astype(np.int64)
    centres = draw.normal(size=(groups, 3))
    around = centres[seats] + draw.normal(scale=0.1, size=(n, 3))
    return of(n, groups, Likeness.of("a", around, np.ones(3), 1), low=4, high=4), seats


def noise(n: int = 120, groups: int = 15) -> Task:
    """Nothing planted: eight features of noise, where only cooling slowly finds much."""
    draw = np.random.default_rng(7)
    return of(n, groups, Likeness.of("a", draw.normal(size=(n, 8)), np.ones(8), 1), low=7, high=9)


def crowded(n: int = 60, groups: int = 6) -> Task:
    """Few groupings break nothing: each trade at most twice, many apart, a width; and a wish."""
    draw = np.random.default_rng(5)
    edges = {tuple(sorted(p)) for p in draw.integers(0, n, (150, 2)).tolist() if p[0] != p[1]}
    trades = draw.permutation(np.repeat(np.arange(6), n // 6)).astype(np.int64)
    tally = Tally(
        name="t",
        code=trades,
        low=np.full(6, 1),
        high=np.full(6, 2),
        amount=np.ones(n, dtype=np.int64),
    )
    return of(
        n,
        groups,
        tally,
        Apart(name="apart", n=n, edges=np.array(sorted(edges))),
        Spread(name="wide", values=draw.integers(0, 1_000_000, n), width=900_000),
        Likeness.of("a", draw.normal(size=(n, 2)), np.ones(2), 1),
        low=9,
        high=11,
    )


def some_placed(n: int = 60, groups: int = 5) -> Task:
    """40 of 60 find a place: by merit, alike, few of a kind apart."""
    draw = np.random.default_rng(9)
    edges = {tuple(sorted(p)) for p in draw.integers(0, n, (60, 2)).tolist() if p[0] != p[1]}
    return of(
        n,
        groups,
        Apart(name="apart", n=n, edges=np.array(sorted(edges))),
        Merit(name="m", value=draw.integers(0, 9, n), price=40_000),
        Likeness.of("a", draw.normal(size=(n, 3)), np.ones(3), 1),
        low=6,
        high=9,
        places=Places.exactly(40),
    )


def themes(n: int = 48, groups: int = 6) -> Task:
    """Each group takes two of five themes that all its members allow, at a cost to each."""
    draw = np.random.default_rng(11)
    choice = Choice(
        name="c",
        allowed=draw.random((n, 5)) > 0.12,
        cost=draw.integers(0, 9, (n, 5)),
        capacity=np.full(5, 3),
        take=2,
        price=1_000,
    )
    matrix = draw.integers(0, 20_000, (n, n))
    pairs = np.triu(matrix, 1) + np.triu(matrix, 1).T
    return of(
        n,
        groups,
        choice,
        PairCost(name="p", n=n, matrix=pairs, price=1),
        low=7,
        high=9,
    )


def diverse(n: int, groups: int, seed: int) -> Task:
    """Maximally diverse grouping as it is published: whole distances 0 to 100, to be made large."""
    draw = np.random.default_rng(seed)
    matrix = np.triu(draw.integers(0, 101, (n, n)), 1)
    term = PairCost(name="d", n=n, matrix=-(matrix + matrix.T), price=1, per="sum")
    return of(n, groups, term, low=n // groups, high=n // groups)
