"""How sure a panel makes the outcome: by the definitions, and by the benchmark's simulation."""

from __future__ import annotations

from contextlib import nullcontext
from fractions import Fraction
from math import sqrt

import numpy as np
import pytest

from benchmarks.panel_simulation import HOLDS, SURE, found, planner, read_in_part
from cohorts.committee.counting.judge_fit import JudgeFit
from cohorts.committee.panel.certainty import (
    FEWEST_FOR_FIT,
    certainty,
    fit_allowed,
    fits,
    means,
)
from cohorts.committee.panel.judges_model import JudgesModel
from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.errors import InputError
from solver.pairing.reading import Reading, ReadingTask, read_evenly
from solver.quantise import BoolArray

EXACT = JudgesModel(noise=0.0, strictness=0.0, step=1e9, low=-(10**11), high=10**11)


def half_read(d: int = 12, j: int = 6) -> BoolArray:
    reads = np.zeros((d, j), dtype=np.bool_)
    for row in range(d):
        reads[row, [(row + k) % j for k in range(3)]] = True
    return reads


def shared(d: int) -> BoolArray:
    """Three readers each, of six who read as much as each other."""
    found = read_evenly(ReadingTask(np.ones((d, 6), dtype=np.bool_), 3, d))
    assert isinstance(found, Reading)
    return found.reads


def test_judges_without_noise_find_all() -> None:
    sure = certainty(half_read(), 4, model=EXACT)
    assert sure.plain.share == 1
    assert sure.fitted is not None
    assert sure.fitted.share == 1


def test_judges_who_are_all_noise_find_what_a_lot_does() -> None:
    model = JudgesModel(noise=1000.0, strictness=0.0)
    sure = certainty(half_read(), 4, model=model)
    assert sure.plain.share == pytest.approx(4 / 12, abs=2 * sure.plain.error)


def test_a_fit_takes_strictness_away() -> None:
    reads = half_read()
    worth = np.arange(12.0)
    strict = np.array([-5.0, 3, 0, 7, -2, -3])
    scores = ((worth[:, None] + strict) * reads)[None]
    fit = fits(scores, reads)[0]
    assert fit - fit.mean() == pytest.approx(worth - worth.mean())
    assert means(scores, reads)[0] != pytest.approx(worth)


def test_the_fit_is_the_least_squares_of_single_scores() -> None:
    lots = np.random.default_rng(3)
    reads = np.zeros((24, 10), dtype=np.bool_)
    for row in range(24):
        reads[row, lots.permutation(10)[:4]] = True
    _, felt = JudgesModel().drawn(24, 10, 1, lots)
    scores = JudgesModel().scores(felt)
    ours = fits(scores * reads, reads)[0]
    theirs = read_in_part(felt[0], reads, fit=True)
    assert ours - ours.mean() == pytest.approx(theirs - theirs.mean())


def test_the_fit_is_not_offered_below_five_dossiers_a_judge_or_where_all_is_not_joined() -> None:
    assert fit_allowed(shared(10))  # 30 readings: five dossiers each
    assert not fit_allowed(shared(9))
    apart = np.kron(np.eye(2, dtype=np.int64), np.ones((6, 3), dtype=np.int64)) > 0
    assert not fit_allowed(apart)
    assert not fit_allowed(np.ones((12, 6), dtype=np.bool_))  # everybody reads everything
    assert certainty(shared(9), 3).fitted is None


@pytest.mark.parametrize("d", [10, 11])
def test_the_fit_is_offered_where_the_count_takes_it(d: int) -> None:
    """Also where interests leave one member with less than five: then the others have more."""
    reads = shared(d)
    reads[:, 0] = False
    reads[0] = True
    ballots = tuple(
        Ballot(
            f"j{j}",
            {str(k): (Fraction(3),) if row[j] else Silence.RECUSED for k, row in enumerate(reads)},
        )
        for j in range(6)
    )
    election = Election(tuple(map(str, range(d))), ballots, Asked.SCORES, (Criterion(""),))
    enough = reads.sum() >= FEWEST_FOR_FIT * 6
    assert fit_allowed(reads) == enough
    with nullcontext() if enough else pytest.raises(InputError):
        JudgeFit().outcome(election, 1, 0)


def test_the_same_seed_gives_the_same() -> None:
    assert certainty(half_read(), 4, seed=5) == certainty(half_read(), 4, seed=5)


def test_what_the_planner_says_is_what_the_full_simulation_finds() -> None:
    said = planner(5, 400, 3, fit=True)
    assert said["holds"], said
    assert planner(5, 400, 3, fit=False)["holds"]


def test_the_full_simulation_can_tell_a_wrong_promise() -> None:
    share, error = found(lambda felt, _: felt.mean(axis=1), 400, 3)
    reads = half_read(24, 10)
    sure = certainty(reads, 11, seed=3)
    both = sqrt(error**2 + (100 * sure.best.error) ** 2)
    assert SURE * (share - 100 * sure.best.share) / both > HOLDS  # ten readers, not three
