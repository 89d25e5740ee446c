"""How sure a panel makes the outcome: how many of the truly best it finds, tried many times.

Each time worth, strictness and noise are drawn anew (:mod:`cohorts.committee.panel.judges_model`),
and who reads what stays as planned. Two ways of counting are tried on the same scores: the plain
mean of a dossier's readers, and a fit of judge and dossier.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from cohorts.committee.counting.judge_fit import JudgeFit
from cohorts.committee.panel.judges_model import JudgesModel
from solver.pairing.reading.hangs_together import is_joined
from solver.quantise import BoolArray, FloatArray

FEWEST_FOR_FIT = JudgeFit().fewest
"""With fewer dossiers a judge's strictness cannot be told from poor dossiers."""
MOST_DRAWS, LEAST_DRAWS = 4_000, 200
CELLS = 20_000_000
"""Scores that are drawn in all, where that leaves enough draws."""
AT_ONCE = 400_000
"""Scores that are held at one time."""
SEEN = 9
"""Decimals of a mean: what differs less is the same, on every machine."""
SURE = 1.96
"""Standard errors of 95%."""


@dataclass(frozen=True)
class Found:
    """``share``, 0 to 1, of the truly best that gets a place; ``error``: 95% lies so near."""

    share: float
    error: float


@dataclass(frozen=True)
class Certainty:
    """``plain``: by the mean. ``fitted``: by the fit; None where that may not be asked."""

    plain: Found
    fitted: Found | None
    draws: int

    @property
    def best(self) -> Found:
        """What the panel finds if it counts as it should."""
        return self.plain if self.fitted is None else self.fitted


def fit_allowed(reads: BoolArray) -> bool:
    """Whether the fit may be asked: who reads has enough, and all reading hangs together.

    As the count itself asks it. Not where everybody reads everything: then it is the plain mean.
    """
    return not few(reads) and not reads.all() and is_joined(reads)


def few(reads: BoolArray) -> bool:
    """Whether those who read have fewer dossiers, on average, than the fit takes."""
    return bool(reads.sum() < FEWEST_FOR_FIT * reads.any(axis=0).sum())


def certainty(
    reads: BoolArray, places: int, *, seed: int = 0, model: JudgesModel | None = None
) -> Certainty:
    """``reads`` (d, j): who reads what, each dossier by somebody. The same for the same seed."""
    model = model or JudgesModel()
    lots = np.random.default_rng(seed)
    fit = fit_allowed(reads)
    dossiers, judges = reads.shape
    draws = min(max(CELLS // reads.size, LEAST_DRAWS), MOST_DRAWS)
    plain, fitted = [], []
    for first in range(0, draws, step := max(AT_ONCE // reads.size, 1)):
        worth, felt = model.drawn(dossiers, judges, min(step, draws - first), lots)
        scores = model.scores(felt) * reads
        best = _first(worth, places, lots)
        plain.append((best & _first(means(scores, reads), places, lots)).sum(axis=1))
        if fit:
            fitted.append((best & _first(fits(scores, reads), places, lots)).sum(axis=1))
    return Certainty(_found(plain, places), _found(fitted, places) if fit else None, draws)


def means(scores: FloatArray, reads: BoolArray) -> FloatArray:
    """(draws, d) the mean of those who read it; ``scores`` (draws, d, j) is 0 for who did not."""
    mean: FloatArray = scores.sum(axis=2) / reads.sum(axis=1)
    return mean


def fits(scores: FloatArray, reads: BoolArray) -> FloatArray:
    """(draws, d) by least squares: a score is that of its dossier plus that of its judge.

    Dossiers are taken out of the normal equations first (what is left has one row a judge); the
    strictness of all judges together is nought.
    """
    one = reads.astype(np.float64)
    share = one / one.sum(axis=1, keepdims=True)
    mean = means(scores, reads)
    left = np.diag(one.sum(axis=0)) - one.T @ share
    right = scores.sum(axis=1) - mean @ one
    strict = right @ np.linalg.pinv(left, hermitian=True)
    fit: FloatArray = mean - strict @ share.T
    return fit


def _first(value: FloatArray, places: int, lots: np.random.Generator) -> BoolArray:
    """(draws, d) who are the first so many; of equals a lot decides."""
    order = np.lexsort((lots.random(value.shape), -np.round(value, SEEN)))
    first = np.zeros(value.shape, dtype=np.bool_)
    np.put_along_axis(first, order[:, :places], values=True, axis=1)
    return first


def _found(counts: list[FloatArray], places: int) -> Found:
    shares = np.concatenate(counts) / places
    error = SURE * float(shares.std()) / sqrt(shares.size)
    return Found(float(shares.mean()), error)
