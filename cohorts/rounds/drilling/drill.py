"""The newest copy, put back in a place of its own and looked through; nothing here changes.

What it came to is one line more in a file that an auditor reads, also where it went wrong.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from cohorts.errors import CohortsError, InputError, Problem
from cohorts.rounds.drilling.recomputed import Recomputed, decisions_recomputed
from cohorts.store.clock import now
from cohorts.store.door import Store
from cohorts.store.restore import tried
from cohorts.store.verifying import PRINTED, verify

HOUR = 3600


@dataclass(frozen=True)
class Drilled:
    """``at``: when it began; ``hours``: how old the copy was then; ``seconds``: how long it took.

    ``erased``: who did not come back; ``heads``: chain → the first digits of its last hash.
    ``problems``: what does not hold; empty where the copy can be put back.
    """

    file: Path
    at: str
    sha256: str
    hours: float
    seconds: float
    erased: int = 0
    events: int = 0
    heads: Mapping[str, str] = field(default_factory=dict)
    recomputed: Recomputed = field(default_factory=Recomputed)
    problems: tuple[Problem, ...] = ()


def drill(copies: Path, url: str) -> Drilled:
    """``copies``: a copy, or a folder of which the newest file is taken.

    Raises InputError where there is none; what is wrong with the copy is told as a problem.
    """
    file = newest(copies)
    began, at = time.monotonic(), now()
    made = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    old = (datetime.now(UTC) - made).total_seconds() / HOUR
    digest = _digest(file)
    begun = Drilled(file, at, digest, old, 0.0)
    try:
        done = _looked_through(begun, url)
    except CohortsError as error:
        done = replace(begun, problems=error.problems)
    return replace(done, seconds=time.monotonic() - began)


def newest(copies: Path) -> Path:
    """The file itself, or the newest in a folder. Raises InputError where there is none."""
    if copies.is_file():
        return copies
    shown = (one for one in copies.glob("*") if one.is_file() and not one.name.startswith("."))
    found = sorted(shown, key=lambda one: (one.stat().st_mtime, one.name))
    if not found:
        raise InputError(Problem("drill.no_copy", str(copies)))
    return found[-1]


def _looked_through(begun: Drilled, url: str) -> Drilled:
    with tried(begun.file, url) as copy:
        store = Store(copy.url)
        try:
            with store.reading() as connection:
                log = verify(connection)
            recomputed = decisions_recomputed(store)
        finally:
            store.close()
    return replace(
        begun,
        erased=copy.erased,
        events=log.events,
        heads={chain: head[:PRINTED] for chain, head in log.heads.items()},
        recomputed=recomputed,
        problems=(*copy.problems, *log.problems, *recomputed.problems),
    )


def _digest(file: Path) -> str:
    with file.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()
