"""What the worker does with the queue: the next one, taken, told of, ended.

No act of anybody: it changes nothing of a round but how far a job is. What a job keeps, it keeps by
an act of whoever asked for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update

from cohorts.errors import Problem
from cohorts.rounds.actor import Actor
from cohorts.rounds.jobs.job import UNFINISHED, JobKey, Kind, Progress, State
from cohorts.rounds.jobs.job_rows import JOINED, progress_of, progress_text, told_text
from cohorts.store.chain import append
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, Key, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import account, job, remark

REFUSED = "proposals.refused"
"""What the log says where a job was refused: why stands in a remark."""


@dataclass(frozen=True)
class Turn:
    """A job whose turn it is. ``actor``: who asked for it."""

    key: JobKey
    round: RoundKey
    kind: Kind
    value: Mapping[str, Any]
    actor: Actor


@dataclass(frozen=True)
class UnderWay:
    """A job that says it runs; ``progress`` tells where, and when it last said so."""

    key: JobKey
    progress: Progress


def queued(store: Store) -> JobKey | None:
    """The one that waits longest; None: nothing waits."""
    query = select(job.c.key).where(job.c.state == State.QUEUED).order_by(job.c.at, job.c.key)
    with store.reading() as connection:
        return connection.scalar(query.limit(1))


def any_unfinished(store: Store) -> bool:
    """Whether anything waits or says it runs."""
    states = [state.value for state in UNFINISHED]
    with store.reading() as connection:
        query = select(job.c.key).where(job.c.state.in_(states)).limit(1)
        return connection.scalar(query) is not None


def under_way(store: Store) -> tuple[UnderWay, ...]:
    """All that say they run."""
    query = select(job.c.key, job.c.progress).where(job.c.state == State.RUNNING)
    with store.reading() as connection:
        return tuple(
            UnderWay(JobKey(Key(row.key)), progress_of(row.progress))
            for row in connection.execute(query)
        )


def beat_of(store: Store, key: JobKey) -> str:
    """When whoever does it last said so; "" before it did."""
    with store.reading() as connection:
        text = connection.scalar(select(job.c.progress).where(job.c.key == key))
    return "" if text is None else progress_of(text).beat


def take(store: Store, key: JobKey, progress: Progress, process: int) -> Turn | None:
    """Takes a job that waits; None where it waits no more."""
    waits = (job.c.key == key, job.c.state == State.QUEUED)
    values = {
        "state": State.RUNNING.value,
        "process": process,
        "started_at": now(),
        "progress": progress_text(progress),
    }
    with store.writing() as connection:
        if connection.execute(update(job).where(*waits).values(values)).rowcount != 1:
            return None
        columns = (job.c.round, job.c.kind, job.c.value, job.c.by, account.c.name)
        row = connection.execute(select(*columns).select_from(JOINED).where(job.c.key == key)).one()
    actor = Actor(AccountKey(Key(row.by)), row.name)
    return Turn(key, row.round, Kind(row.kind), json.loads(row.value), actor)


def is_stopped(store: Store, key: JobKey) -> bool:
    """Whether somebody stopped it."""
    with store.reading() as connection:
        return bool(connection.scalar(select(job.c.stop).where(job.c.key == key)))


def tell(store: Store, key: JobKey, progress: Progress) -> None:
    """How far it is; once it has ended, nothing changes that."""
    with store.writing() as connection:
        here = update(job).where(*_unfinished(key))
        connection.execute(here.values(progress=progress_text(progress)))


def end(
    store: Store,
    key: JobKey,
    state: State,
    progress: Progress | None = None,
    problems: tuple[Problem, ...] = (),
) -> None:
    """It has ended so; once. ``progress``: as it was where not given; ``problems``: why refused."""
    here = _unfinished(key)
    with store.writing() as connection:
        columns = (job.c.progress, job.c.round, job.c.by)
        row = connection.execute(select(*columns).where(*here)).one_or_none()
        if row is None:
            return
        last = progress if progress is not None else progress_of(row.progress)
        if problems:
            # they may name people: they stand where those are looked for who are erased
            told = {"key": new_key(), "round": row.round, "value": told_text(problems)}
            connection.execute(insert(remark), told | {"person": None})
            append(connection, Key(row.round), actor=Key(row.by), act=REFUSED)
            last = replace(last, remark=str(told["key"]))
        values = {"state": state.value, "ended_at": now(), "progress": progress_text(last)}
        connection.execute(update(job).where(*here).values(values))


def _unfinished(key: JobKey) -> tuple[ColumnElement[bool], ...]:
    return (job.c.key == key, job.c.state.in_([state.value for state in UNFINISHED]))
