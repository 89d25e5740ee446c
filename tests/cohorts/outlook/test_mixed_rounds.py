"""Forty random rounds with every kind of must: whatever is said of them is true.

The first forty that are small; ``python -m benchmarks.impossible`` does the same for hundreds.
"""

from __future__ import annotations

from functools import cache
from itertools import count, islice

import pytest

from tests.cohorts.outlook.mixed_rounds import SMALL, mixed
from tests.cohorts.outlook.verified import Verified, verified

SEEDS = tuple(islice((seed for seed in count(1) if len(mixed(seed).people) <= SMALL), 40))


@cache
def said_of(seed: int) -> Verified:
    return verified(mixed(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_verdict_clash_and_advice_are_true(seed: int) -> None:
    assert said_of(seed).faults == []


def test_the_rounds_are_of_every_kind() -> None:
    """Many impossible ones, of which something else is advised each time; no more are needed."""
    impossible, advised = 0, set[str]()
    for one in map(said_of, SEEDS):
        impossible += one.outcome == "impossible"
        advised.add(one.advice)
        if impossible >= 20 and {"recruit", "otherwise", "several"} <= advised:
            return
    pytest.fail(f"{impossible} impossible, advised {advised}")
