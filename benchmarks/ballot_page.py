"""How long a member waits until an answer on the ballot page is kept, while fifty judge at once.

    python -m benchmarks.ballot_page [--clients N] [--dossiers N] [--seconds N] [--json]

A server of its own with a store in a file (SQLite); so many members, each of a device of its own
that sends one answer every 2 to 8 s (by a seed), over HTTP with a login, as the page sends it; and
one more in a real browser, at the same pace. Beside them a page with next to nothing
(``/robots.txt``) is asked once a second: what the machine and the line take by themselves. Two runs
of so many ``--seconds``: without anything else, and with an organiser who composes another round of
96 (a job of the worker, asked for again whenever it is done).

Fields of each line: ``composing``; ``who`` (``clients``, ``browser``, ``empty``); ``answers`` (how
many were told as kept); ``refused`` (told anything else); ``lost`` (told as kept and not in the
store); ``p50_ms``, ``p95_ms``, ``p99_ms``, ``max_ms`` from sending until it is told as kept;
``load``: how many processes waited for a core, on average, over the last minute. Wanted: a p95
below 500 ms without composing, below 1,000 with. Timings hold for an idle machine only. 1 where an
answer was refused or lost.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright
from sqlalchemy import select

from benchmarks.ledger import Ledger, parser
from benchmarks.votes import Stage, at_share, committee, with_deadline
from cohorts.pages.current_user import COOKIE
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.jobs.asking_for import jobs_of, stop
from cohorts.rounds.jobs.job import UNFINISHED, Kind
from cohorts.store.tables import vote
from cohorts.work.begin import start
from tests.cohorts.pages.conftest import FLAGS
from tests.cohorts.pages.contexts import Contexts
from tests.cohorts.pages.driving import WIDE, Look, Site, serving

PACE = (2.0, 8.0)
"""Seconds between two answers of one member."""
SEED = 2611
OPEN_SECONDS = 86_400.0
SENT = """performance.getEntriesByType("resource")
  .filter((one) => one.name.includes("/antwoord")).map((one) => one.duration)"""


@dataclass(eq=False)
class Heard:
    """Seconds of each answer that was told as kept, with its key; ``refused``: what else came."""

    seconds: list[float] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    refused: int = 0


def client(site: Site, stage: Stage, member: int, token: str, until: float) -> Heard:
    """One member on a device of their own, who goes round the dossiers."""
    chance, heard = random.Random(SEED + member), Heard()  # noqa: S311 - a pace, no secret
    path = f"/stembiljet/antwoord?{urlencode({'language': 'nl', 'ronde': stage.round})}"
    told = {"cookie": f"{COOKIE}={token}", "content-type": "application/json"}
    told |= {"origin": site.root, "sec-fetch-site": "same-origin"}
    time.sleep(chance.uniform(0, PACE[1]))
    number = 0
    while time.time() < until:
        once = f"{member}.{until:.0f}.{number}"
        person = stage.candidates[(member + number) % len(stage.candidates)]
        said = {"stage": stage.key, "person": person, "once": once, "yes": chance.random() < 0.4}
        began = time.perf_counter()
        line = HTTPConnection("localhost", site.port, timeout=60)  # the last one has ended by now
        line.request("POST", path, json.dumps(said), told)
        answer = line.getresponse()
        answer.read()
        line.close()
        if answer.status == 200:
            heard.seconds.append(time.perf_counter() - began)
            heard.kept.append(once)
        else:
            heard.refused += 1
        number += 1
        time.sleep(chance.uniform(*PACE))
    return heard


def empty(site: Site, until: float) -> Heard:
    """A page with next to nothing on it."""
    heard = Heard()
    while time.time() < until:
        began = time.perf_counter()
        line = HTTPConnection("localhost", site.port, timeout=60)
        line.request("GET", "/robots.txt")
        line.getresponse().read()
        line.close()
        heard.seconds.append(time.perf_counter() - began)
        time.sleep(1)
    return heard


def by_hand(page: Page, dossiers: int, until: float, *, turned: bool) -> Heard:
    """In a real browser, by its own clock. ``turned``: no where it was yes, so that all change."""
    chance, number = random.Random(SEED), 0  # noqa: S311 - a pace, no secret
    page.evaluate(
        "performance.setResourceTimingBufferSize(5000); performance.clearResourceTimings()"
    )
    while time.time() < until:
        page.evaluate(f"location.hash = 'dossier-{number % dossiers + 1}'")
        value = "yes" if (number + number // dossiers + turned) % 2 else "no"
        page.locator(f"#dossier-{number % dossiers + 1} [value={value}]").click()
        number += 1
        page.wait_for_timeout(1_000 * chance.uniform(*PACE))
    page.wait_for_timeout(1_000)
    found = page.evaluate(SENT)
    return Heard([ms / 1_000 for ms in found], refused=number - len(found))


@contextmanager
def composed(site: Site, *, wanted: bool) -> Iterator[None]:
    """An organiser composes until the block ends, again and again."""
    if not wanted:
        yield
        return
    round_, done = site.sample_round(), threading.Event()

    def again() -> None:
        while not done.is_set():
            jobs = jobs_of(site.store, site.actor, round_)
            if not any(one.state in UNFINISHED for one in jobs):
                start(site.store, site.actor, round_, Kind.COMPOSE)
            done.wait(1)

    asking = threading.Thread(target=again)
    asking.start()
    try:
        yield
    finally:
        done.set()
        asking.join()
        for one in jobs_of(site.store, site.actor, round_):
            if one.state in UNFINISHED:
                stop(site.store, site.actor, round_, one.key)


def lost(site: Site, heard: Sequence[Heard]) -> int:
    """How many were told as kept and are not in the store."""
    with site.store.reading() as connection:
        there = set(connection.scalars(select(vote.c.once)))
    return sum(once not in there for one in heard for once in one.kept)


def record(who: str, heard: Sequence[Heard], gone: int, *, composing: bool) -> dict[str, Any]:
    """A line of what is printed."""
    seconds = sorted(one for several in heard for one in several.seconds)
    found: dict[str, Any] = {
        "composing": composing,
        "who": who,
        "answers": len(seconds),
        "refused": sum(one.refused for one in heard),
        "lost": gone,
    }
    for share in (50, 95, 99):
        found[f"p{share}_ms"] = at_share(seconds, share / 100)
    return found | {"max_ms": round(1_000 * seconds[-1], 1), "load": round(os.getloadavg()[0], 1)}


def run(
    site: Site, page: Page, stage: Stage, seconds: float, *, composing: bool
) -> Iterator[dict[str, Any]]:
    """So long, everybody at once."""
    clients = stage.members[:-1]
    with site.store.writing() as connection:
        tokens = [new_login(connection, one.key) for one in clients]
    with composed(site, wanted=composing), ThreadPoolExecutor(len(clients) + 1) as pool:
        until = time.time() + seconds
        beside = pool.submit(empty, site, until)
        sending = [
            pool.submit(client, site, stage, number, token, until)
            for number, token in enumerate(tokens)
        ]
        browsing = by_hand(page, len(stage.candidates), until, turned=composing)
        heard = [one.result() for one in sending]
        yield record("clients", heard, lost(site, heard), composing=composing)
        yield record("browser", [browsing], 0, composing=composing)
        yield record("empty", [beside.result()], 0, composing=composing)


def main() -> int:
    """1 where an answer was refused or lost."""
    made = parser(__doc__)
    made.add_argument("--clients", type=int, default=50)
    made.add_argument("--dossiers", type=int, default=50)
    made.add_argument("--seconds", type=float, default=120.0, help="of each of the two runs")
    asked = made.parse_args()
    ledger, wrong = Ledger(asked.out, as_json=asked.json), 0
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as site:
        stage = committee(site.store, site.actor, "Stemming", asked.clients + 1, asked.dossiers)
        stage = with_deadline(site.store, site.actor, stage, OPEN_SECONDS)
        with site.store.writing() as connection:
            token = new_login(connection, stage.members[-1].key)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=FLAGS
            )
            look = Look(Contexts(browser), site)
            query = urlencode({"language": WIDE.language, "ronde": stage.round})
            page = look(WIDE, f"{site.root}/stembiljet?{query}", token=token)
            for composing in (False, True):
                for found in run(site, page, stage, asked.seconds, composing=composing):
                    case = f"{found['who']} {'composing' if composing else 'alone'}"
                    ledger.measure(case, found.copy)
                    wrong += found["refused"] + found["lost"]
            look.close()
            browser.close()
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
