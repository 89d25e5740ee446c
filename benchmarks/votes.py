"""Many members vote at once, each answer sent twice: is any lost, kept double or taken too late?

``python -m benchmarks.votes --voters 200 --votes 60 [--database URL] [--json]``: a round with as
many applicants as each member has votes. Processes with threads, each process with one door to the
store as a server has, cast every vote twice under one key; the two go to different processes at
about the same moment. They go on without pause, so that a wait is also a wait for all the others.
Then a second round with a deadline a few seconds off, in which they vote until it has passed. No
votes open before every process has its door open.
``--database``: an empty one of PostgreSQL; without it SQLite.

Fields: ``sent`` (calls of :func:`cohorts.rounds.balloting.cast.cast`, both rounds), ``stored``
(versions of votes in the store), ``lost`` (told as kept and not there, or there and told as
refused), ``doubled`` (an answer that is there twice, or was told two numbers), ``late`` (kept at or
after the deadline), ``refused_late`` (calls that the deadline refused), ``untried`` (how many of
three did not happen: votes in the first round, votes kept before the deadline of the second, calls
that it refused), ``doctor`` (problems it finds), ``amiss`` (what should be nought of these, added
up), ``p50_ms``, ``p95_ms``, ``p99_ms``, ``max_ms`` of one call in the first round, and
``per_second`` there. 1 where anything is amiss.
"""

from __future__ import annotations

import json
import math
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.pool import Pool
from multiprocessing.synchronize import Barrier
from pathlib import Path

from sqlalchemy import select

from benchmarks.ledger import parser
from cohorts.errors import RefusedError
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.judging.stage_plan import BALLOTS, Tie, plan_of
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.store.doctor import doctor
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.place import understood, url_of_file
from cohorts.store.store import Store, opened
from cohorts.store.tables import vote

PROGRAMME = "businessversneller"
HEAD = "id,name,company,email,fte,activity"
TWICE = 2
BELL_SECONDS = 8.0
"""Until the deadline of the second round."""
READY_SECONDS = 120.0
"""For which processes wait for each other."""
PAST_THE_BELL = 1.0
"""Seconds for which they go on voting after it."""


@dataclass(frozen=True)
class Stage:
    """A stage in which everybody may vote on everybody."""

    round: RoundKey
    key: StageKey
    members: tuple[Actor, ...]
    candidates: tuple[PersonKey, ...]
    closes_at: str


@dataclass(frozen=True)
class Answer:
    """What one device sends, by places in a stage; ``once``: its key."""

    member: int
    candidate: int
    once: str
    yes: bool


@dataclass(frozen=True)
class Told:
    """What came of one call; ``number``: of the version, None where the deadline refused it."""

    member: int
    once: str
    number: int | None
    seconds: float


def committee(store: Store, anna: Actor, name: str, voters: int, votes: int) -> Stage:
    """Ties are told by all; the votes are not open yet."""
    round_ = new_round(store, anna, name, PROGRAMME)
    rows = (f"p{n:04},Naam {n},Bedrijf {n} BV,a{n}@b{n}.nl,{3 + n % 40},werk" for n in range(votes))
    drop(store, anna, round_, "people.csv", "\n".join([HEAD, *rows]).encode())
    confirm(store, anna, round_, complete=True)
    members = []
    for number in range(voters):
        called = f"Lid {number} {name}"
        account, _ = invite(store, anna, round_, Invited(called, organisation="Partner"))
        members.append(Actor(account, called))
    stage = {"title": "Stemming", "votes": BALLOTS, "rule": "approval", "places": 10}
    key = plan_stage(store, anna, round_, plan_of({"stage": stage, "seed": 7}))
    open_interests(store, anna, round_, key)
    (head,) = stages_of(store, anna, round_)
    ties = dict.fromkeys(head.candidates, Tie.NONE)
    for member in members:
        declare(store, member, round_, key, ties)
    return Stage(round_, key, tuple(members), head.candidates, "")


def with_deadline(store: Store, anna: Actor, stage: Stage, seconds: float) -> Stage:
    """Votes are open from now for so long."""
    until = datetime.now(UTC) + timedelta(seconds=seconds)
    open_votes(store, anna, stage.round, stage.key, until=until)
    (head,) = stages_of(store, anna, stage.round)
    parts = (stage.round, stage.key, stage.members, stage.candidates)
    return Stage(*parts, closes_at=head.closes_at or "")


def answers(stage: Stage) -> Iterator[Answer]:
    """Every member on every candidate, the members side by side as on one evening."""
    for candidate in range(len(stage.candidates)):
        for member in range(len(stage.members)):
            yes = (member * 7 + candidate * 3) % 5 < 2
            yield Answer(member, candidate, f"{member}.{candidate}", yes)


class Door:
    """That of a process to the store, for all its shares."""

    store: Store | None = None


@contextmanager
def doors(url: str, count: int) -> Iterator[Pool]:
    """So many processes, each with its door open. Raises BrokenBarrierError where one is not."""
    spawned = multiprocessing.get_context("spawn")
    ready = spawned.Barrier(count + 1)
    with spawned.Pool(count, _opens, (url, ready)) as pool:
        ready.wait(READY_SECONDS)
        yield pool


def _opens(url: str, ready: Barrier) -> None:
    Door.store = opened(url)
    with Door.store.reading():
        ready.wait(READY_SECONDS)


def voted(stage: Stage, given: Sequence[Answer], threads: int, until: float) -> list[Told]:
    """One process: its threads take the next answer, until none is left or it is that time."""
    store = Door.store
    if store is None:
        raise RuntimeError("this process has no door")

    def one(answer: Answer) -> Told | None:
        if time.time() > until:
            return None
        return sent(store, stage, answer)

    with ThreadPoolExecutor(threads) as pool:
        return [told for told in pool.map(one, given) if told is not None]


def sent(store: Store, stage: Stage, answer: Answer) -> Told:
    """One call, and how long it took."""
    member, person = stage.members[answer.member], stage.candidates[answer.candidate]
    judged, begins = Judged(yes=answer.yes), time.perf_counter()
    number: int | None = None
    try:
        kept = cast(store, member, stage.round, stage.key, person, judged=judged, once=answer.once)
        number = kept.number
    except RefusedError as error:
        if error.problems[0].code != "balloting.closed":
            raise
    return Told(answer.member, answer.once, number, time.perf_counter() - begins)


def all_voted(
    pool: Pool, stage: Stage, processes: int, threads: int, until: float = math.inf
) -> tuple[list[Told], float]:
    """Each of the two sendings has every answer; gives also how many seconds it took."""
    given, begins = list(answers(stage)), time.perf_counter()
    every = [given[at % 2 :] + given[: at % 2] for at in range(TWICE)]
    shares = [
        (stage, share[at::processes], threads, until) for share in every for at in range(processes)
    ]
    found = pool.starmap(voted, shares, chunksize=1)
    return [told for several in found for told in several], time.perf_counter() - begins


@dataclass
class Found:
    """Counts over the rounds."""

    sent: int = 0
    stored: int = 0
    lost: int = 0
    doubled: int = 0
    late: int = 0
    refused_late: int = 0
    untried: int = 0
    doctor: int = 0

    @property
    def amiss(self) -> int:
        """How much is not as it should be."""
        return self.lost + self.doubled + self.late + self.untried + self.doctor

    def look(self, store: Store, stage: Stage, told: Sequence[Told]) -> None:
        """What was told, beside what is there."""
        with store.reading() as connection:
            here = connection.execute(select(vote).where(vote.c.stage == stage.key)).all()
        places = {member.key: number for number, member in enumerate(stage.members)}
        there = Counter((places[row.account], row.once) for row in here)
        numbers: dict[tuple[int, str], set[int]] = {}
        for one in told:
            if one.number is not None:
                numbers.setdefault((one.member, one.once), set()).add(one.number)
        self.sent += len(told)
        self.stored += len(here)
        self.lost += len(numbers.keys() ^ there.keys())
        self.doubled += sum(count - 1 for count in there.values())
        self.doubled += sum(len(several) - 1 for several in numbers.values())
        self.late += sum(row.at >= stage.closes_at for row in here)
        self.refused_late += sum(one.number is None for one in told)


def at_share(ordered: Sequence[float], share: float) -> float:
    """The smallest of which at least this share is no larger; in ms."""
    return round(1000 * ordered[max(0, math.ceil(share * len(ordered)) - 1)], 1)


def measured(url: str, voters: int, votes: int, processes: int, threads: int) -> dict[str, float]:
    """The fields of this benchmark."""
    store, found = opened(url), Found()
    anna = first_account(store, "Anna")
    with doors(url, TWICE * processes) as pool:
        stage = with_deadline(store, anna, committee(store, anna, "avond", voters, votes), 86_400)
        told, took = all_voted(pool, stage, processes, threads)
        found.look(store, stage, told)
        bell = committee(store, anna, "bel", voters, votes)
        bell = with_deadline(store, anna, bell, BELL_SECONDS)
        until = datetime.fromisoformat(bell.closes_at).timestamp() + PAST_THE_BELL
        at_the_bell, _ = all_voted(pool, bell, processes, threads, until)
        found.look(store, bell, at_the_bell)
    kept = any(one.number is not None for one in at_the_bell)
    found.untried = [bool(told), kept, found.refused_late > 0].count(False)
    found.doctor = len(doctor(store))
    store.close()
    ordered = sorted(one.seconds for one in told)
    shares = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99, "max_ms": 1.0}
    speeds = {name: at_share(ordered, share) for name, share in shares.items()}
    return {
        **vars(found),
        "amiss": found.amiss,
        **speeds,
        "per_second": round(len(told) / took, 1),
    }


def main() -> int:
    """Votes, counts and tells; 1 where something is amiss."""
    options = parser(__doc__)
    options.add_argument("--voters", type=int, default=200)
    options.add_argument("--votes", type=int, default=60)
    options.add_argument("--processes", type=int, default=1, help="for each of the two sendings")
    options.add_argument("--threads", type=int, default=4, help="of each process")
    options.add_argument("--database", help="a URL; without it SQLite in a folder of its own")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = understood(given.database or url_of_file(Path(folder) / "rounds.sqlite"))
        found = measured(url, given.voters, given.votes, given.processes, given.threads)
    told = "  ".join(f"{name} {value:g}" for name, value in found.items())
    print(json.dumps(found) if given.json else told)
    return 1 if found["amiss"] else 0


if __name__ == "__main__":
    sys.exit(main())
