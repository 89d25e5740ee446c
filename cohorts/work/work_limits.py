"""What long work may take of a machine; each is a variable of the environment."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cohorts.errors import InputError, Problem

MEMORY, MINUTES, FOLDER = "COHORTS_WORK_MEMORY", "COHORTS_WORK_MINUTES", "COHORTS_WORK_FOLDER"
LEAST_MEMORY = 4096
"""Megabytes of address space: what the engines reserve is several times what they use."""
USUAL_MINUTES = 30.0


@dataclass(frozen=True)
class Limits:
    """``memory``: address space in megabytes; ``minutes``: of one piece of work.

    ``folder``: where every process of this machine looks whose turn it is.
    """

    memory: int
    minutes: float
    folder: Path


def limits() -> Limits:
    """As the environment says; else three quarters of the machine's memory, and half an hour.

    Raises InputError for what is no number above zero.
    """
    folder = os.environ.get(FOLDER)
    return Limits(
        int(_number(MEMORY, max(LEAST_MEMORY, _physical() * 3 / 4))),
        _number(MINUTES, USUAL_MINUTES),
        Path(folder) if folder else Path(tempfile.gettempdir()) / "cohorts-work",
    )


def _number(name: str, usual: float) -> float:
    text = os.environ.get(name, "").strip()
    if not text:
        return usual
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise InputError(Problem("jobs.limit", name, {"given": text}))
    return value


def _physical() -> float:
    """Megabytes in the machine; 0 where it does not say."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (AttributeError, ValueError, OSError):
        return 0.0
