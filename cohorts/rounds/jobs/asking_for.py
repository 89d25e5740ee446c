"""Long work asked for, looked at and stopped by the people of a round."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import Acting, act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.jobs.job import (
    PROPOSALS,
    UNFINISHED,
    WHY,
    WORKS_ON,
    Job,
    JobKey,
    Kind,
    Progress,
    State,
    works_on,
)
from cohorts.rounds.jobs.job_rows import COLUMNS, JOINED, job_of, progress_text
from cohorts.rounds.proposing.notes import write_note
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


GROWS = {Kind.POST: "mail"}
"""A kind that takes in, while it waits or runs, what is chosen meanwhile → the list of that."""


class _AlreadyError(Exception):
    """It was asked for, and is not done yet."""


def ask_for(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    kind: Kind,
    value: Mapping[str, Any] | None = None,
    *,
    why: str = "",
    seen: int | None = None,
) -> JobKey:
    """Puts a job in the queue; where the round has one of that kind waiting or running, that one.

    Letters go with those that are under way. ``value``: what is asked, in the shape of JSON; it
    names nobody. ``why``: what was typed with it, which stands in a note. Raises RefusedError, also
    where the check of its kind does.
    """
    name = f"{works_on(kind)}.{kind}"
    try:
        with act(store, actor, round_, name, may=ORGANISERS, object_=WORK, seen=seen) as doing:
            if check := CHECKS.get(kind):
                check(doing.connection, store.url, round_, actor)
            if kind in GROWS:
                if (known := _joined(doing, kind, value or {})) is not None:
                    return known
            else:
                _check_none(doing.connection, round_, kind)
            key = JobKey(new_key())
            typed = {WHY: write_note(doing.connection, round_, why, "")} if why else {}
            row = {
                "key": key,
                "round": round_,
                "kind": kind.value,
                "value": canonical({**(value or {}), **typed}),
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
        return known if known is not None else ask_for(store, actor, round_, kind, value, why=why)


def jobs_of(store: Store, actor: Actor, round_: RoundKey, on: str = PROPOSALS) -> tuple[Job, ...]:
    """The newest jobs that work ``on`` this, the newest last. Raises RefusedError."""
    others = [kind.value for kind, what in WORKS_ON.items() if what != on]
    with look(store, actor, round_, may=READERS) as connection:
        here = (job.c.round == round_, job.c.kind.not_in(others))
        query = select(*COLUMNS).select_from(JOINED).where(*here)
        newest = query.order_by(job.c.at.desc(), job.c.key.desc()).limit(MOST)
        rows = connection.execute(newest).all()
        return tuple(job_of(connection, row) for row in reversed(rows))


def stop(store: Store, actor: Actor, round_: RoundKey, key: JobKey) -> None:
    """Stops a job; what was found is kept. One that has ended is left as it is.

    It can be done in an archived round too, where nothing is kept any more. Raises RefusedError
    where it is none of this round.
    """
    here = (job.c.key == key, job.c.round == round_)
    with look(store, actor, round_, may=ORGANISERS) as connection:
        kind = connection.scalar(select(job.c.kind).where(*here))
    if kind is None:
        raise RefusedError(Problem("jobs.no_such"))
    name = f"{works_on(kind)}.stop"
    with act(store, actor, round_, name, may=ORGANISERS, object_=WORK, put_away=True) as doing:
        doing.connection.execute(update(job).where(*here).values(stop=True))
        waits = (*here, job.c.state == State.QUEUED)
        ended = {"state": State.STOPPED.value, "ended_at": now()}
        doing.connection.execute(update(job).where(*waits).values(ended))
        doing.say({"job": key})


def _joined(doing: Acting, kind: Kind, value: Mapping[str, Any]) -> JobKey | None:
    """Their own job that waits or runs, once it does this too; None where there is none.

    One of somebody else goes in that one's name, by their ties, and one that is stopped takes none.
    """
    name, states = GROWS[kind], [state.value for state in UNFINISHED]
    whose = (job.c.round == doing.round, job.c.kind == kind.value, job.c.by == doing.actor.key)
    goes_on = (job.c.state.in_(states), job.c.stop.is_(False))
    row = doing.connection.execute(select(job.c.key, job.c.value).where(*whose, *goes_on)).first()
    if row is None:
        return None
    known, here, asked = JobKey(row.key), job.c.key == row.key, json.loads(row.value)
    more = [one for one in value.get(name, ()) if one not in asked.get(name, ())]
    asked[name] = [*asked.get(name, ()), *more]
    doing.connection.execute(update(job).where(here).values(value=canonical(asked)))
    doing.say({"job": known})
    return known


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
