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
from cohorts.rounds.jobs.job import (
    PROPOSALS,
    UNFINISHED,
    WHY,
    WORKS_ON,
    JobKey,
    Kind,
    Progress,
    State,
    works_on,
)
from cohorts.rounds.jobs.job_rows import JOINED, progress_of, progress_text, told_text
from cohorts.rounds.proposing.notes import texts_of
from cohorts.store.chain import append
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, Key, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import account, job, remark


@dataclass(frozen=True)
class Turn:
    """A job whose turn it is. ``actor``: who asked for it; ``value``: with what was typed."""

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


def queued(store: Store, on: str = PROPOSALS) -> JobKey | None:
    """Of what works ``on`` this, the one that waits longest; None: nothing waits."""
    waits = (job.c.state == State.QUEUED, _works(on))
    query = select(job.c.key).where(*waits).order_by(job.c.at, job.c.key)
    with store.reading() as connection:
        return connection.scalar(query.limit(1))


def any_unfinished(store: Store, on: str = PROPOSALS) -> bool:
    """Whether anything that works ``on`` this waits or says it runs."""
    states = [state.value for state in UNFINISHED]
    with store.reading() as connection:
        query = select(job.c.key).where(job.c.state.in_(states), _works(on)).limit(1)
        return connection.scalar(query) is not None


def under_way(store: Store, on: str = PROPOSALS) -> tuple[UnderWay, ...]:
    """All that work ``on`` this and say they run."""
    here = (job.c.state == State.RUNNING, _works(on))
    query = select(job.c.key, job.c.progress).where(*here)
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


def _works(on: str) -> ColumnElement[bool]:
    """Of a kind that does; one that this release does not know composes."""
    others = [kind.value for kind, what in WORKS_ON.items() if what != on]
    return job.c.kind.not_in(others)


def what_of(store: Store, key: JobKey) -> str:
    """What it works on."""
    with store.reading() as connection:
        return works_on(connection.scalar(select(job.c.kind).where(job.c.key == key)) or "")


def chosen_now(store: Store, key: JobKey, name: str) -> frozenset[str]:
    """What is asked of a job under ``name``, a list: more may be chosen while it runs."""
    with store.reading() as connection:
        value = connection.scalar(select(job.c.value).where(job.c.key == key))
    return frozenset(json.loads(value or "{}").get(name, ()))


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
        value = json.loads(row.value)
        if WHY in value:
            value[WHY] = texts_of(connection, [value[WHY]]).get(value[WHY], "")
    actor = Actor(AccountKey(Key(row.by)), row.name)
    return Turn(key, row.round, Kind(row.kind), value, actor)


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
    *,
    seen: Mapping[str, frozenset[str]] | None = None,
) -> bool:
    """It has ended so; once. ``progress``: as it was where not given; ``problems``: why refused.

    ``seen``: name of a list of what is asked → what stood in it when it was last looked at. False
    where more was chosen since: then it has not ended, and nobody is left out.
    """
    here = _unfinished(key)
    with store.writing() as connection:
        columns = (job.c.kind, job.c.progress, job.c.round, job.c.by, job.c.value, job.c.stop)
        row = connection.execute(select(*columns).where(*here)).one_or_none()
        if row is None:
            return True
        asked = json.loads(row.value)
        if not row.stop and any(
            frozenset(asked.get(name, ())) - chosen for name, chosen in (seen or {}).items()
        ):
            return False
        last = progress if progress is not None else progress_of(row.progress)
        if problems:
            # they may name people: they stand where those are looked for who are erased
            told = {"key": new_key(), "round": row.round, "value": told_text(problems)}
            connection.execute(insert(remark), told | {"person": None})
            name = f"{works_on(row.kind)}.refused"
            append(connection, Key(row.round), actor=Key(row.by), act=name)
            last = replace(last, remark=str(told["key"]))
        values = {"state": state.value, "ended_at": now(), "progress": progress_text(last)}
        connection.execute(update(job).where(*here).values(values))
    return True


def _unfinished(key: JobKey) -> tuple[ColumnElement[bool], ...]:
    return (job.c.key == key, job.c.state.in_([state.value for state in UNFINISHED]))
