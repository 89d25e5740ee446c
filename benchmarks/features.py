"""Made rounds of people by six columns of numbers, with rivals that resemble each other.

Groups of 9 to 11, as many as tens of people. Rivals are drawn among the nearest, as competitors
are: so that whoever puts the alike together and knows of no rivals breaks some.
"""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from solver.places import Places
from solver.quantise import FloatArray, IntArray
from solver.task import Task
from solver.terms import Apart, Likeness

COLUMNS, CENTRES, NEAREST = 6, 12, 30
SMALLEST, TARGET, LARGEST = 9, 10, 11
PAIRS_PER_PERSON = 0.1


def people(n: int, seed: int) -> FloatArray:
    """(n, 6): people around a dozen centres, as wide as the centres lie apart."""
    draw = np.random.default_rng((seed, n))
    centres = draw.normal(size=(CENTRES, COLUMNS))
    around: FloatArray = centres[draw.integers(CENTRES, size=n)]
    return around + draw.normal(scale=0.7, size=(n, COLUMNS))


def rivals(features: FloatArray, seed: int) -> IntArray:
    """(m, 2) pairs i < j, each once: somebody, and one of the thirty nearest."""
    n = len(features)
    draw = np.random.default_rng((seed, n, 1))
    one = draw.choice(n, size=round(PAIRS_PER_PERSON * n), replace=False)
    _, near = cKDTree(features).query(features[one], k=min(NEAREST, n - 1) + 1)
    other = near[np.arange(one.size), draw.integers(1, near.shape[1], size=one.size)]
    pairs = np.sort(np.stack([one, other], axis=1), axis=1)
    found: IntArray = np.unique(pairs[pairs[:, 0] < pairs[:, 1]], axis=0).astype(np.int64)
    return found


def task_of(features: FloatArray, apart: IntArray) -> Task:
    """Alike in all six columns, everybody placed, and rivals never together."""
    n = len(features)
    groups = n // TARGET
    return Task(
        n=n,
        low=np.full(groups, SMALLEST),
        high=np.full(groups, LARGEST),
        terms=(
            Likeness.of("alike", features, np.ones(COLUMNS), 1),
            Apart(name="rivals", n=n, edges=apart),
        ),
        places=Places.everyone(n),
        lot=np.arange(n),
    )
