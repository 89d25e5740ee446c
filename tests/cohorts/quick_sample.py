"""The sample of Overijssel, composed quickly and the same every time."""

from __future__ import annotations

from functools import cache

from cohorts import compose, load_programme
from cohorts.composing.proposal import Proposal
from tests.cohorts.rounds.proposing.samples import given, people

SAMPLE = "overijssel"


@cache
def quick_sample() -> Proposal:
    programme = load_programme("businessversneller")
    return compose(people(SAMPLE), programme, effort="quick", **given(SAMPLE))
