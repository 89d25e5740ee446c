"""Wakes the process that works off a queue, where there is something to do and nobody at it."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Thread

from cohorts.rounds.jobs.job import WHAT
from cohorts.rounds.jobs.turn import any_unfinished
from cohorts.store.place import VARIABLE
from cohorts.store.store import Store
from cohorts.work.turns import is_free, turn_of_store
from cohorts.work.work_limits import limits


def awake(store: Store) -> None:
    """Starts it, apart from this process: it goes on where this one ends.

    Mail has one of its own: it waits behind nothing that is composed.
    """
    for on in WHAT:
        _awake(store, on)


def _awake(store: Store, on: str) -> None:
    if any_unfinished(store, on) and is_free(turn_of_store(limits().folder, store.url, on)):
        started = subprocess.Popen(  # noqa: S603 - our own program, with nothing of anybody in it
            [sys.executable, "-m", "cohorts.work", "--on", on],
            # not as a word of the command: that would show its password to all
            env={**os.environ, VARIABLE: store.url},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        Thread(target=started.wait, daemon=True).start()
