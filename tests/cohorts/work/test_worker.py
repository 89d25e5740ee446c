"""Jobs done by real processes: one after the other, stopped, killed, refused."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from sqlalchemy import select, update

from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.jobs.asking_for import ask_for, jobs_of, stop
from cohorts.rounds.jobs.job import Kind, State
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.store import Store
from cohorts.store.tables import job as table
from cohorts.words import Language
from cohorts.work.awake import awake
from cohorts.work.begin import start
from cohorts.work.queue import bury
from cohorts.work.turns import is_free, turn_of_machine, turn_of_store
from cohorts.work.work_limits import limits
from tests.cohorts.rounds.proposing.kept_round import KeptRound, filled, kept_round
from tests.cohorts.rounds.staff import begun
from tests.cohorts.work.watched import last, over, until

LONG = {"effort": "thorough", "count": 9}
"""Work that is not over before a test does something to it."""
QUICK = {"effort": "quick"}
"""Work of which it only matters that it is done."""


def asked(kept: KeptRound, **value: object) -> None:
    start(kept.store, kept.actor, kept.round, Kind.COMPOSE, value)


def process_of(kept: KeptRound) -> int:
    with kept.store.reading() as connection:
        found = connection.execute(select(table.c.process).where(table.c.round == kept.round))
        process: int = found.scalars().all()[-1]
    return process


def idle(store: Store) -> None:
    """The worker has gone home."""
    turn, latest = turn_of_store(limits().folder, store.url), time.monotonic() + 30
    while not is_free(turn):
        assert time.monotonic() < latest
        time.sleep(0.05)


def test_two_are_done_one_after_the_other(store: Store) -> None:
    first = kept_round(store, "spp-pilot")
    other = new_round(store, first.actor, "Najaar", "spp-pilot")
    second = filled(store, first.actor, other, "spp-pilot")
    with turn_of_machine(limits().folder):  # none is over before it is looked at
        asked(first, **QUICK)
        asked(second, count=1, **QUICK)
        asked(second, count=1, **QUICK)  # pressed twice
        assert len(jobs_of(store, second.actor, second.round)) == 1
        assert last(second).ahead == 1
    done = until(first, over)
    assert done.state is State.DONE
    heads = heads_of(store, first.actor, first.round)
    assert tuple(head.key for head in heads) == done.progress.kept
    assert [head.made for head in heads] == [Made.COMPOSED, *[Made.ALTERNATIVE] * (len(heads) - 1)]
    assert [head.before for head in heads] == [None, *[heads[0].key] * (len(heads) - 1)]
    assert until(second, over).state is State.DONE
    began, ended = last(second).started_at, done.ended_at
    assert began is not None
    assert ended is not None
    assert began >= ended
    idle(store)


def test_stopped_it_keeps_what_was_found(store: Store) -> None:
    kept = kept_round(store, "overijssel")
    asked(kept, **LONG)
    running = until(kept, lambda job: job.progress.best is not None)
    stop(store, kept.actor, kept.round, running.key)
    ended = until(kept, over)
    assert (ended.state, ended.progress.cut) == (State.DONE, "stop")
    (key, *_) = ended.progress.kept
    assert proposal_of(store, kept.actor, kept.round, key).composition.groups
    idle(store)


def test_one_that_waits_is_stopped_at_once(store: Store) -> None:
    kept = kept_round(store, "spp-pilot")
    with turn_of_machine(limits().folder):
        asked(kept)
        waiting = until(kept, lambda job: job.progress.waits)
        stop(store, kept.actor, kept.round, waiting.key)
        assert last(kept).state is State.STOPPED
        idle(store)  # it waits no longer, though the turn is still another's
    assert last(kept).state is State.STOPPED
    assert heads_of(store, kept.actor, kept.round) == ()


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_killed_it_is_told_and_the_queue_goes_on(store: Store) -> None:
    first = kept_round(store, "overijssel")
    other = new_round(store, first.actor, "Najaar", "spp-pilot")
    second = filled(store, first.actor, other, "spp-pilot")
    asked(first, **LONG)
    until(first, lambda job: job.state is State.RUNNING)
    asked(second, count=1, **QUICK)
    os.kill(process_of(first), signal.SIGKILL)
    assert until(first, over).state is State.DIED
    assert until(second, over).state is State.DONE
    idle(store)


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_what_nobody_watches_any_more_is_done_all_the_same(store: Store) -> None:
    """Whoever works off the queue is killed: what runs is finished, and the next look goes on."""
    kept = kept_round(store, "spp-pilot")
    asked(kept)
    until(kept, lambda job: job.state is State.RUNNING)
    child = process_of(kept)
    parent = int(Path(f"/proc/{child}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[1])
    os.kill(parent, signal.SIGKILL)
    awake(store)
    assert until(kept, over).state is State.DONE
    idle(store)


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_what_cannot_be_says_why_in_words(store: Store) -> None:
    kept = kept_round(store, "overijssel")
    choose_programme(store, kept.actor, kept.round, "bedrijfsontwikkeling")  # elsewhere
    asked(kept)
    refused = until(kept, over)
    assert refused.state is State.REFUSED
    assert refused.told
    for told in refused.told:
        for language in Language:
            assert all(told.said[language])
    with store.reading() as connection:
        row = connection.execute(select(table)).one()
    assert refused.told[0].said[Language.NL][0] not in str(row)  # it may name people
    idle(store)


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_too_little_memory_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COHORTS_WORK_MEMORY", "300")
    kept = kept_round(store, "spp-pilot")
    asked(kept)
    assert until(kept, over).state is State.DIED
    idle(store)


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("progress", ["", "{", "[1]", '{"host":"elsewhere"}', '{"beat":"2026"}'])
def test_a_row_that_nobody_can_read_keeps_no_other_waiting(store: Store, progress: str) -> None:
    actor, round_ = begun(store)
    key = ask_for(store, actor, round_, Kind.COMPOSE)
    with store.writing() as connection:
        spoiled = {"state": State.RUNNING.value, "progress": progress}
        connection.execute(update(table).where(table.c.key == key).values(spoiled))
    assert not bury(store, limits().folder)
    (job,) = jobs_of(store, actor, round_)
    assert job.state is State.DIED
