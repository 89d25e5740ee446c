"""Whose turn it is, among all processes of a machine: locks that go with whoever holds them."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from cohorts.rounds.jobs.job import PROPOSALS, JobKey
from cohorts.store.canonical import sha256

EVERYBODY = 0o666
"""Of whichever account a process runs under, on one machine they wait for each other."""
ANYBODY = 0o1777
DIGITS = 16


def turn_of_machine(folder: Path, on: str = PROPOSALS) -> FileLock:
    """Held while something is worked on; mail goes beside what is composed."""
    return _lock(folder, f"machine{_beside(on)}")


def turn_of_store(folder: Path, url: str, on: str = PROPOSALS) -> FileLock:
    """Held by the process that works off the queue of a store, of what works ``on`` this."""
    return _lock(folder, f"store{_beside(on)}-{sha256(url)[:DIGITS]}")


def turn_of_job(folder: Path, key: JobKey) -> FileLock:
    """Held by the process that does this job: for as long as that lives."""
    return _lock(folder, f"job-{key}")


def is_free(lock: FileLock) -> bool:
    """Whether nobody holds it."""
    try:
        with lock.acquire(timeout=0):
            return True
    except Timeout:
        return False


def _beside(on: str) -> str:
    return "" if on == PROPOSALS else f"-{on}"


def _lock(folder: Path, name: str) -> FileLock:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(ANYBODY)
    return FileLock(folder / f"{name}.lock", mode=EVERYBODY)
