"""Works off the queue of a store: one process a job, so that a crash takes nothing else along."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from filelock import Timeout

from cohorts.errors import StoreError
from cohorts.rounds.jobs.job import PROPOSALS, JobKey, State
from cohorts.rounds.jobs.turn import UnderWay, beat_of, end, queued, under_way
from cohorts.store.place import VARIABLE
from cohorts.store.store import Store
from cohorts.work.one_job import BUSY, DONE
from cohorts.work.turns import is_free, turn_of_job, turn_of_store
from cohorts.work.work_limits import Limits

PATIENCE = 2.0
"""Seconds for whoever only looks whether somebody is at it."""
PAUSE = 0.5
SILENT = timedelta(seconds=120)
"""After so long without a word, a job is taken for dead; one of this machine is ended then."""


def work_off(store: Store, limits: Limits, on: str = PROPOSALS) -> None:
    """Until nothing that works ``on`` this waits or runs; at once where another one is at it."""
    while True:
        try:
            with turn_of_store(limits.folder, store.url, on).acquire(timeout=PATIENCE):
                _until_empty(store, limits, on)
        except Timeout:
            return
        if queued(store, on) is None:  # else it came while the turn was given back
            return


def _until_empty(store: Store, limits: Limits, on: str) -> None:
    while True:
        alive = bury(store, limits.folder, on)
        key = queued(store, on)
        if key is None and not alive:
            return
        if key is None:
            time.sleep(PAUSE)
            continue
        code = _in_a_process(store, key)
        if code == BUSY:
            time.sleep(PAUSE)
        elif code != DONE:
            end(store, key, State.DIED)


def _in_a_process(store: Store, key: JobKey) -> int:
    """Its exit code."""
    with subprocess.Popen(  # noqa: S603 - our own program, with a key that we made
        [sys.executable, "-m", "cohorts.work", "--job", key],
        env={**os.environ, VARIABLE: store.url},
        stdin=subprocess.DEVNULL,
    ) as child:
        return ended(child, partial(beat_of, store, key), SILENT.total_seconds())


def ended(child: subprocess.Popen[bytes], beat: Callable[[], str], silent: float) -> int:
    """Its exit code; killed where ``beat`` stays the same for so many seconds.

    One that is halted would hold the turn of the machine for ever. Measured by a clock that nobody
    sets, and that stands still while the machine sleeps.
    """
    heard, since = "", time.monotonic()
    while True:
        with suppress(subprocess.TimeoutExpired):
            return child.wait(PAUSE)
        with suppress(StoreError):  # nobody can say anything then
            if (now := beat()) == heard:
                if time.monotonic() > since + silent:
                    child.kill()
                continue
            heard = now
        since = time.monotonic()


def bury(store: Store, folder: Path, on: str = PROPOSALS) -> bool:
    """Ends what says it runs, and does not; gives whether anything of this machine still does."""
    alive = False
    for one in under_way(store, on):
        if _is_dead(one, folder):
            end(store, one.key, State.DIED)
        else:
            alive = alive or _is_here(one)
    return alive


def _is_dead(one: UnderWay, folder: Path) -> bool:
    if _is_here(one):
        return is_free(turn_of_job(folder, one.key))
    try:
        last = datetime.fromisoformat(one.progress.beat)
        return last + SILENT < datetime.now(UTC)
    except (ValueError, TypeError, OverflowError):  # it never said so
        return True


def _is_here(one: UnderWay) -> bool:
    return one.progress.host == platform.node()
