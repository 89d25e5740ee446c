"""A process that changes kept rounds is killed at any moment: is anything lost, or half written?

``python -m benchmarks.crashes --kills 500 [--database URL] [--json]``: a process runs the acts of a
round (files dropped and confirmed, people mended, inputs given, proposals kept, people moved on the
board and back, the round renamed; and in between ten members vote, offer help, send in and tell
ties) and tells of each on a pipe once it is done; it is killed (SIGKILL) at a moment drawn at
random. Then the log must hold what was told of and at most one act more, everything else must be
what the log says, and the doctor must find nothing. Without a database: SQLite, and afterwards on a
disk that is full (a limit of pages), which must be told in words. A kill is not a loss of power:
what the system still holds is not lost with a process.

Fields: ``kills``, ``acknowledged`` (acts told of), ``lost``, ``half_written``, ``doctor``
(problems); ``full``: refusals on the full disk, how many ``in_words``. 1 where anything is amiss.
"""

from __future__ import annotations

import dataclasses
import json
import os
import random
import select
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from benchmarks.crash_acts import CrashRound, begun, goes_on, one_act
from benchmarks.crash_checks import half_written, log_length
from benchmarks.ledger import parser
from cohorts.errors import StoreError
from cohorts.store.doctor import doctor
from cohorts.store.place import understood, url_of_file
from cohorts.store.store import Store, opened
from cohorts.words import Language, explain

A_ROUND = 50
"""Kills in one database, or in one round of a database that is given; then another, so that reading
the log stays short."""
LONGEST = 0.3
"""Seconds that a process lives at most after it told of its first act."""
STARTING = 60.0
LEFT = (0, 1, 2, 3, 5, 8, 13, 21)
"""Pages that a full disk has left."""


@dataclasses.dataclass
class Found:
    """What was found over all kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    half_written: int = 0
    doctor: int = 0
    full: int = 0
    in_words: int = 0

    @property
    def amiss(self) -> int:
        """How much is not as it should be."""
        return self.lost + self.half_written + self.doctor + self.full - self.in_words

    def look(self, store: Store, made: CrashRound, least: int, most: int) -> None:
        """After a kill: between ``least`` and ``most`` acts are in the log, each of them whole."""
        with store.reading() as connection:
            kept = log_length(connection, made.round)
            self.half_written += len(list(half_written(connection, made.round)))
        self.lost += max(0, least - kept)
        self.half_written += max(0, kept - most)
        self.doctor += len(doctor(store))


def main() -> int:
    """Kills, counts and tells; 1 where something is amiss."""
    options = parser(__doc__)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--database", help="a URL; without it SQLite in a folder of its own")
    given = options.parse_args()
    found, drawn = Found(), random.Random(given.seed)  # noqa: S311 - moments, no secrets
    while found.kills < given.kills:
        with tempfile.TemporaryDirectory() as folder:
            url = given.database or url_of_file(Path(folder) / "rounds.sqlite")
            _kill_in_one_round(
                understood(url), min(A_ROUND, given.kills - found.kills), drawn, found
            )
        print(found, file=sys.stderr, flush=True)
    if given.database is None:
        with tempfile.TemporaryDirectory() as folder:
            _fill_the_disk(url_of_file(Path(folder) / "rounds.sqlite"), drawn, found)
    told = dataclasses.asdict(found)
    print(json.dumps(told) if given.json else "  ".join(f"{k} {v}" for k, v in told.items()))
    return 1 if found.amiss else 0


def _kill_in_one_round(url: str, kills: int, drawn: random.Random, found: Found) -> None:
    store = opened(url)
    made = begun(store, "Ronde")
    for _ in range(kills):
        with store.reading() as connection:
            before = log_length(connection, made.round)
        store.close()  # a process that begins as a copy of this one must not share its doors
        told = _killed(url, made, drawn)
        found.kills += 1
        found.acknowledged += told
        found.look(store, made, before + told, before + told + 1)
    store.close()


def _killed(url: str, made: CrashRound, drawn: random.Random) -> int:
    """How many acts the process told of before it was killed."""
    seed, lives = drawn.randrange(10**9), drawn.uniform(0, LONGEST)
    reads, tells = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(reads)
            goes_on(opened(url), made, random.Random(seed), tells)  # noqa: S311 - which act is next
        except BaseException:  # noqa: BLE001 - told, and then this process is done
            traceback.print_exc()
        finally:  # nothing of what this process has opened may be tidied by its copy
            os._exit(1)
    os.close(tells)
    select.select([reads], [], [], STARTING)
    time.sleep(lives)
    os.kill(process, signal.SIGKILL)
    _, ended = os.waitpid(process, 0)
    if not os.WIFSIGNALED(ended):
        raise RuntimeError("the process ended by itself")
    with os.fdopen(reads, "rb") as pipe:
        return len(pipe.read())


def _fill_the_disk(url: str, drawn: random.Random, found: Found) -> None:
    """Acts until nothing more fits, again and again with a little more room."""
    store = opened(url)
    made = begun(store, "Ronde")
    for left in LEFT:
        with store.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + left}")
            acts = log_length(connection, made.round)
        refused: StoreError | None = None
        while refused is None:
            try:
                one_act(store, made, drawn)
                acts += 1
            except StoreError as error:
                refused = error
        found.full += 1
        (problem,) = refused.problems
        words = {" ".join(explain(problem, language)) for language in Language}
        found.in_words += problem.code == "store.full" and len(words) == len(Language)
        found.look(store, made, acts, acts)
    store.close()


if __name__ == "__main__":
    sys.exit(main())
