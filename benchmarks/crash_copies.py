"""What takes long is killed half way: a copy made, put back, an erasure, an import, a migration.

``python -m benchmarks.crash_copies [--kills 20] [--kind backup] [--database URL] [--json]``: each
of them in a process of its own, so many times, killed (SIGKILL, with the programs of the database
that it started) at a moment drawn at random. ``--database``: a server of PostgreSQL where databases
may be made; without it SQLite. Then what is kept must be as it was before or as it should be after
(``half_written``), the doctor must find nothing (``doctor``), and the same must succeed when it is
done again (``stuck``); ``left``: databases for the time being that still stand then.

``done``: how many had ended when the kill came; what had ended must be there (``lost``).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from benchmarks.crash_ground import Ground, Place
from benchmarks.crash_kinds import KINDS
from cohorts.errors import CohortsError
from cohorts.store.backup import backup
from cohorts.store.doctor import doctor
from cohorts.store.place import understood, url_of_file
from cohorts.store.store import Store, opened

LONGEST = 1.3
"""Of the time that the whole takes: the latest moment of a kill."""


@dataclasses.dataclass
class Found:
    """What was found over all kills of one kind."""

    kills: int = 0
    done: int = 0
    lost: int = 0
    half_written: int = 0
    doctor: int = 0
    stuck: int = 0
    left: int = 0

    @property
    def amiss(self) -> int:
        """How much is not as it should be."""
        return self.lost + self.half_written + self.doctor + self.stuck + self.left


def begun_apart(place: Place, do: Callable[[Place], None]) -> int:
    """A process that does it; with all that it starts it is a group of its own."""
    process = os.fork()
    if process == 0:
        try:
            os.setpgid(0, 0)
            do(place)
            os._exit(0)
        except BaseException:  # noqa: BLE001 - told, and then this process is done
            traceback.print_exc()
        finally:
            os._exit(1)
    with suppress(OSError):  # whichever of the two is first
        os.setpgid(process, process)
    return process


def killed(place: Place, do: Callable[[Place], None], after: float) -> bool:
    """Whether it had ended; killed with all that it started."""
    process = begun_apart(place, do)
    time.sleep(after)
    ended, status = os.waitpid(process, os.WNOHANG)
    if ended:
        if os.waitstatus_to_exitcode(status):
            raise RuntimeError("it does not do it without a kill either")
        return True
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return False


def tried(ground: Ground, kind: str, drawn: random.Random, kills: int) -> Found:
    """One kind, so many times."""
    do, found = KINDS[kind][0], Found()
    whole = ground.place()
    begins = time.monotonic()
    os.waitpid(begun_apart(whole, do), 0)
    takes = time.monotonic() - begins
    ground.clear(whole)
    while found.kills < kills:
        place = ground.place()
        done = killed(place, do, drawn.uniform(0, LONGEST * takes))
        found.kills += 1
        found.done += done
        examine(ground, place, kind, found, done=done)
        ground.clear(place)
    return found


def examine(ground: Ground, place: Place, kind: str, found: Found, *, done: bool) -> None:
    """What is left; and then the same once more."""
    do, look = KINDS[kind]
    store = Store(place.url)
    found.doctor += len(doctor(store))
    store.close()
    seen = look(place)
    found.half_written += seen is None
    found.lost += done and seen is False
    for half in place.folder.glob("rounds-*"):  # a copy from before has that name once it is whole
        own = opened(url_of_file(half))
        found.half_written += bool(doctor(own))
        own.close()
    if seen is False:
        try:
            do(place)
        except CohortsError:
            traceback.print_exc()
            found.stuck += 1
    if kind in ("backup", "restore"):
        backup(place.url, place.folder / "another")  # clears what the killed one left
        found.left += ground.left()


def main() -> int:
    """Kills, counts and tells; 1 where something is amiss."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--kind", choices=KINDS, action="append")
    given = parser.parse_args()
    drawn = random.Random(given.seed)  # noqa: S311 - moments, no secrets
    told: dict[str, Found] = {}
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder), given.database and understood(given.database))
        for kind in given.kind or KINDS:
            told[kind] = tried(ground, kind, drawn, given.kills)
            print(kind, told[kind], file=sys.stderr, flush=True)
        ground.close()
    plain = {kind: dataclasses.asdict(found) for kind, found in told.items()}
    print(json.dumps(plain) if given.json else "\n".join(f"{k} {v}" for k, v in plain.items()))
    return 1 if any(found.amiss for found in told.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
