"""Long work asked for, looked at and stopped by the people of a round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.jobs.job import UNFINISHED, Job, JobKey, Kind, Progress, State
from cohorts.rounds.jobs.job_rows import COLUMNS, JOINED, job_of, progress_text
from cohorts.rounds.proposing.keep import PROPOSALS
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.rounds.standings.decided_jointly import check_may_weigh
from cohorts.store.canonical import canonical
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import job

WORK = "work"
"""What asking for it and stopping it change; a proposal is there once it is kept."""
MOST = 10
"""Jobs of a round that are looked at: the newest."""


CHECKS = {Kind.CURVE: check_may_weigh}
"""What must hold beside the role, of a kind that asks more."""


class _AlreadyError(Exception):
    """It was asked for, and is not done yet."""


def ask_for(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    kind: Kind,
    value: Mapping[str, Any] | None = None,
    *,
    seen: int | None = None,
) -> JobKey:
    """Puts a job in the queue; where the round has one of that kind waiting or running, that one.

    ``value``: what is asked, in the shape of JSON; it names nobody. Raises RefusedError,
    also where the check of its kind does.
    """
    name = f"{PROPOSALS}.{kind}"
    try:
        with act(store, actor, round_, name, may=ORGANISERS, object_=WORK, seen=seen) as doing:
            if check := CHECKS.get(kind):
                check(doing.connection, store.url, round_, actor)
            _check_none(doing.connection, round_, kind)
            key = JobKey(new_key())
            row = {
                "key": key,
                "round": round_,
                "kind": kind.value,
                "value": canonical(dict(value or {})),
                "state": State.QUEUED.value,
                "progress": progress_text(Progress()),
                "stop": False,
                "at": now(),
                "by": actor.key,
            }
            doing.connection.execute(insert(job), row)
            doing.say({"job": key})
            return key
    except _AlreadyError:
        with look(store, actor, round_, may=ORGANISERS) as connection:
            known = _unfinished(connection, round_, kind)
        return known if known is not None else ask_for(store, actor, round_, kind, value)


def jobs_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[Job, ...]:
    """The newest jobs of a round, the newest last. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        query = select(*COLUMNS).select_from(JOINED).where(job.c.round == round_)
        newest = query.order_by(job.c.at.desc(), job.c.key.desc()).limit(MOST)
        rows = connection.execute(newest).all()
        return tuple(job_of(connection, row) for row in reversed(rows))


def stop(store: Store, actor: Actor, round_: RoundKey, key: JobKey) -> None:
    """Stops a job; what was found is kept. One that has ended is left as it is.

    It can be done in an archived round too, where nothing is kept any more. Raises RefusedError
    where it is none of this round.
    """
    name = f"{PROPOSALS}.stop"
    with act(store, actor, round_, name, may=ORGANISERS, object_=WORK, put_away=True) as doing:
        here = (job.c.key == key, job.c.round == round_)
        state = doing.connection.scalar(select(job.c.state).where(*here))
        if state is None:
            raise RefusedError(Problem("jobs.no_such"))
        doing.connection.execute(update(job).where(*here).values(stop=True))
        waits = (*here, job.c.state == State.QUEUED)
        ended = {"state": State.STOPPED.value, "ended_at": now()}
        doing.connection.execute(update(job).where(*waits).values(ended))
        doing.say({"job": key})


def _check_none(connection: Connection, round_: RoundKey, kind: Kind) -> None:
    """Raises _AlreadyError where one is not done yet."""
    if _unfinished(connection, round_, kind) is not None:
        raise _AlreadyError


def _unfinished(connection: Connection, round_: RoundKey, kind: Kind) -> JobKey | None:
    states = [state.value for state in UNFINISHED]
    query = select(job.c.key).where(
        job.c.round == round_, job.c.kind == kind.value, job.c.state.in_(states)
    )
    return connection.scalar(query)
