"""Does one job: waits for its turn on this machine, and ends it, however that goes."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from math import inf
from pathlib import Path

from filelock import FileLock, Timeout

from cohorts.errors import CohortsError, Problem, StoppedError
from cohorts.rounds.jobs.job import JobKey, State
from cohorts.rounds.jobs.turn import end, is_stopped, take, tell, what_of
from cohorts.store.store import Store
from cohorts.work.kinds import kinds
from cohorts.work.turns import turn_of_job, turn_of_machine
from cohorts.work.work import BEAT, Work, here
from cohorts.work.work_limits import Limits

DONE, BUSY = 0, 4
"""Exit codes: it has ended; another process is at it."""
NICE = 10
MEGABYTE, KILOBYTES = 2**20, 2**10
LIBRARY = 256
"""Megabytes that one library of the engines asks for at once."""
PATIENCE = 0.5
MINUTE = 60.0


def do(store: Store, key: JobKey, limits: Limits) -> int:
    """Does it; gives the exit code."""
    try:
        own = turn_of_job(limits.folder, key).acquire(timeout=0)
    except Timeout:
        return BUSY
    with own, _turn(store, key, limits) as ours:
        restrain(limits)
        turn = take(store, key, here(), os.getpid()) if ours else None
        if turn is not None:
            with Work(store, turn, limits.minutes * MINUTE) as work:
                while not _ended(work, *_done(work, limits)):
                    pass
    return DONE


def _ended(work: Work, state: State, problems: tuple[Problem, ...]) -> bool:
    """False where it did what was asked, and more was asked in the moment that it did."""
    seen = work.seen if state is State.DONE and not work.stop.is_set() else None
    return end(work.store, work.turn.key, state, work.progress, problems, seen=seen)


@contextmanager
def _turn(store: Store, key: JobKey, limits: Limits) -> Iterator[bool]:
    """The turn of the machine, once it is there; False without it, where the job was stopped."""
    machine = turn_of_machine(limits.folder, what_of(store, key))
    try:
        yield _came(store, key, machine)
    finally:
        machine.release()


def _came(store: Store, key: JobKey, machine: FileLock) -> bool:
    """Waits for the turn; False where the job was stopped before it came."""
    told = -inf
    while not is_stopped(store, key):
        with suppress(Timeout):
            machine.acquire(timeout=PATIENCE)
            return True
        if time.monotonic() > told + BEAT:
            tell(store, key, replace(here(), waits=True))
            told = time.monotonic()
    return False


def _done(work: Work, limits: Limits) -> tuple[State, tuple[Problem, ...]]:
    """How it ended, and why it was refused."""
    try:
        kinds()[work.turn.kind](work)
    except StoppedError:
        return State.STOPPED, ()
    except CohortsError as error:
        return State.REFUSED, error.problems
    except Exception as error:  # noqa: BLE001 - told in our words: its own may quote an answer
        if isinstance(error, MemoryError) or no_memory_left(limits):
            return State.DIED, (Problem("jobs.memory"),)
        return State.BROKEN, ()
    work.says(share=1.0)
    return State.DONE, ()


def restrain(limits: Limits) -> None:
    """Behind everything else of the machine: lowest in line, one core free, and no more memory."""
    with suppress(OSError):
        os.nice(NICE)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, but_one(os.sched_getaffinity(0)))
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - where there is one

        most = limits.memory * MEGABYTE
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def but_one(cores: set[int]) -> set[int]:
    """All cores but the first, which most of a machine's own work is on; one at least."""
    return set(sorted(cores)[1:]) or set(cores)


def no_memory_left(limits: Limits) -> bool:
    """Whether this process came close to what it may take: then whatever failed, failed by that."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return False
    peak = re.search(r"VmPeak:\s+(\d+) kB", status.read_text("utf-8"))
    return peak is not None and int(peak[1]) / KILOBYTES > limits.memory - LIBRARY
