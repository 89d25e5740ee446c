"""Waits for what a job comes to."""

from __future__ import annotations

import time
from collections.abc import Callable

from cohorts.rounds.jobs.asking_for import jobs_of
from cohorts.rounds.jobs.job import Job
from tests.cohorts.rounds.proposing.kept_round import KeptRound

PATIENCE = 300.0
PAUSE = 0.05


def last(kept: KeptRound) -> Job:
    return jobs_of(kept.store, kept.actor, kept.round)[-1]


def until(kept: KeptRound, holds: Callable[[Job], bool]) -> Job:
    """The last job of a round once that holds of it. Fails where it never does."""
    latest = time.monotonic() + PATIENCE
    while time.monotonic() < latest:
        job = last(kept)
        if holds(job):
            return job
        time.sleep(PAUSE)
    msg = f"never: {last(kept)}"
    raise AssertionError(msg)


def over(job: Job) -> bool:
    return job.over
