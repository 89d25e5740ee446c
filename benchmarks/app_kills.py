"""Kills the whole app at random moments: server, client and worker; and looks at what is left.

    python -m benchmarks.app_kills [--kills 20] [--seed 0] [--database URL] [--json]

A client in a process of its own does acts and has groups composed while the pages are served. All
of it is killed (SIGKILL), the doctor looks, and it is started again on the same store. ``lost``:
acts and proposals that were acknowledged and are not there; ``half_written``: what the doctor
finds. At the end what was asked for must still be composed. ``--database``: an empty one of
PostgreSQL, with its driver in the URL; without it SQLite.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from cohorts import load_programme
from cohorts.errors import CohortsError
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.jobs.asking_for import jobs_of
from cohorts.rounds.jobs.job import Job, State
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.rounds.proposing.heads import heads_of
from cohorts.store.doctor import doctor
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.place import VARIABLE as URL
from cohorts.store.place import understood, url_of_file
from cohorts.store.store import Store, opened
from cohorts.work.begin import start
from cohorts.work.work_limits import FOLDER

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_data" / "spp-pilot" / "aanmeldingen.xlsx"
PROGRAMME = "spp-pilot"
LEAST, MOST = 0.2, 6.0
"""Seconds that everything runs before it is killed."""
PATIENCE = 180.0
PORT = 8819
LOOK = 0.5
ACT, PROPOSAL = "act", "proposal"


@dataclass
class Outcome:
    """``acknowledged``: acts and proposals that somebody saw kept; ``finished``: the last job."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    half_written: int = 0
    doctor: list[str] = field(default_factory=list)
    died: int = 0
    finished: bool = False


@dataclass
class Seen:
    """What was acknowledged: the number of the last act, and the keys of proposals."""

    act: int = 0
    proposals: set[str] = field(default_factory=set)

    def hear(self, line: str) -> None:
        """One line of the client; what was cut off by a kill was not said."""
        match line.removesuffix("\n").split(" "):
            case ["act", number] if line.endswith("\n"):
                self.act = int(number)
            case ["proposal", key] if line.endswith("\n"):
                self.proposals.add(key)
            case _:
                pass


def app_kills(kills: int, seed: int, folder: Path, database: str | None = None) -> Outcome:
    """So many, on a store in ``folder``, or on the one at a URL."""
    url = understood(database) if database else url_of_file(folder / "rounds.sqlite")
    os.environ[FOLDER] = str(folder / "turns")
    store = opened(url)
    actor, round_ = _begun(store)
    store.close()
    outcome, seen, chance = Outcome(), Seen(), random.Random(seed)  # noqa: S311 - when to kill
    for _ in range(kills):
        before = seen.act
        with _running(url, actor, round_, seen.act) as client:
            time.sleep(chance.uniform(LEAST, MOST))
            _kill_all(url, client)
            for line in client.stdout or ():
                seen.hear(line)
        outcome.kills += 1
        outcome.acknowledged += seen.act - before
        _examine(url, actor, round_, seen, outcome)
    outcome.acknowledged += len(seen.proposals)
    _finish(url, actor, round_, outcome)
    return outcome


def _begun(store: Store) -> tuple[Actor, RoundKey]:
    actor = first_account(store, "Anna")
    round_ = new_round(store, actor, "0", PROGRAMME)
    drop(store, actor, round_, SAMPLE.name, SAMPLE.read_bytes())
    confirm(store, actor, round_)
    choose_programme(store, actor, round_, load_programme(PROGRAMME))
    return actor, round_


@contextmanager
def _running(url: str, actor: Actor, round_: RoundKey, act: int) -> Iterator[subprocess.Popen[str]]:
    """The server, once it answers, and the client; whoever still lives at the end is killed."""
    env = os.environ | {URL: url}
    server = subprocess.Popen(  # noqa: S603 - our own program, and so is the client
        [sys.executable, "-m", "cohorts.pages", str(PORT)], cwd=ROOT, stdin=subprocess.PIPE, env=env
    )
    asked = [sys.executable, "-m", "benchmarks.app_kills", "--client", actor.key, round_, str(act)]
    with (
        server,
        subprocess.Popen(  # noqa: S603
            asked, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=env
        ) as client,
    ):
        _until_it_answers()
        try:
            yield client
        finally:
            for one in (server, client):
                one.kill()


def _until_it_answers() -> None:
    latest = time.monotonic() + PATIENCE
    while time.monotonic() < latest:
        line = HTTPConnection("localhost", PORT, timeout=5)
        try:
            line.request("GET", "/health")
            line.getresponse()
        except (OSError, HTTPException):
            time.sleep(0.05)
        else:
            return
        finally:
            line.close()


def _kill_all(url: str, client: subprocess.Popen[str]) -> None:
    """The client, and every process of this store: what it was started with tells whose it is."""
    client.kill()
    ours = f"{URL}={url}".encode()
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            said = (place / "environ").read_bytes().split(b"\0")
            if ours in said and int(place.name) != os.getpid():
                os.kill(int(place.name), signal.SIGKILL)


def _examine(url: str, actor: Actor, round_: RoundKey, seen: Seen, outcome: Outcome) -> None:
    """Nothing acknowledged is lost, nothing is half written."""
    store = opened(url)
    (head,) = rounds_of(store, actor)
    there = {str(one.key) for one in heads_of(store, actor, round_)}
    outcome.lost += max(0, seen.act - int(head.name)) + len(seen.proposals - there)
    seen.act = max(seen.act, int(head.name))
    found = doctor(store)
    outcome.half_written += len(found)
    outcome.doctor += [f"{one.code} {one.place}" for one in found]
    store.close()


def _finish(url: str, actor: Actor, round_: RoundKey, outcome: Outcome) -> None:
    """After all kills what is asked for is done."""
    store = opened(url)
    latest = time.monotonic() + PATIENCE
    jobs: tuple[Job, ...] = ()
    while time.monotonic() < latest:
        start(store, actor, round_)  # one that died is told of first, and then comes the next
        time.sleep(LOOK)
        jobs = jobs_of(store, actor, round_)
        if jobs[-1].state is State.DONE:
            break
    outcome.died = sum(one.state is State.DIED for one in jobs)
    outcome.finished = jobs[-1].state is State.DONE
    store.close()


def client(account: str, round_: str, act: int) -> None:
    """Acts, and has groups composed, until it is killed; says what it was told is kept."""
    store = opened(os.environ[URL])
    actor, here = Actor(AccountKey(Key(account)), "Anna"), RoundKey(Key(round_))
    known: set[str] = set()
    while True:
        act += 1
        rename(store, actor, here, str(act))
        print(ACT, act, flush=True)
        with suppress(CohortsError):
            start(store, actor, here)
        for head in heads_of(store, actor, here):
            if head.key not in known:
                known.add(head.key)
                print(PROPOSAL, head.key, flush=True)


def main() -> None:
    """Prints the outcome."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--database")
    parser.add_argument("--client", nargs=3)
    given = parser.parse_args()
    if given.client:
        client(given.client[0], given.client[1], int(given.client[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        found = asdict(app_kills(given.kills, given.seed, Path(folder), given.database))
    lines = [f"{name}: {value}" for name, value in found.items()]
    print(json.dumps(found) if given.json else "\n".join(lines))


if __name__ == "__main__":
    main()
