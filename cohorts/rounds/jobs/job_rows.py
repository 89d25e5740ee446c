"""Jobs as the store has them."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Row, func, select

from cohorts.errors import Problem
from cohorts.rounds.jobs.job import UNFINISHED, Job, JobKey, Progress, State, Told
from cohorts.store.canonical import canonical
from cohorts.store.keys import Key, RoundKey
from cohorts.store.tables import account, job, remark
from cohorts.words import Language, explain

PROGRESS = TypeAdapter(Progress)
TOLD = TypeAdapter(tuple[Told, ...])
COLUMNS = (
    *(job.c.key, job.c.kind, job.c.state, job.c.progress, job.c.stop),
    *(job.c.at, job.c.started_at, job.c.ended_at, account.c.name),
)
JOINED = job.join(account, account.c.key == job.c.by)


def progress_text(progress: Progress) -> str:
    """As its column has it."""
    return canonical(PROGRESS.dump_python(progress, mode="json"))


def progress_of(text: str) -> Progress:
    """The same, read; nothing is known where it is not what this release writes.

    One row must not keep all other jobs waiting.
    """
    try:
        return PROGRESS.validate_json(text)
    except ValidationError:
        return Progress()


def told_text(problems: tuple[Problem, ...]) -> str:
    """Problems in words, in every language: facts may be anything, and words are text."""
    told = tuple(
        Told(
            problem.place,
            {language: explain(problem, language, plainly=True) for language in Language},
        )
        for problem in problems
    )
    return canonical(TOLD.dump_python(told, mode="json"))


def job_of(connection: Connection, row: Row[Any]) -> Job:
    """One row of COLUMNS."""
    progress = progress_of(row.progress)
    return Job(
        JobKey(Key(row.key)),
        row.kind,
        State(row.state),
        progress,
        row.stop,
        row.name,
        row.at,
        row.started_at,
        row.ended_at,
        _ahead(connection, row) if row.state == State.QUEUED else 0,
        _told(connection, progress.remark),
    )


def _ahead(connection: Connection, row: Row[Any]) -> int:
    """How many go first, of any round: whose they are is nobody's business."""
    earlier = (job.c.state == State.QUEUED) & ((job.c.at < row.at) | _same_time(row))
    query = select(func.count()).where((job.c.state == State.RUNNING) | earlier)
    return connection.execute(query).scalar_one()


def _same_time(row: Row[Any]) -> Any:
    return (job.c.at == row.at) & (job.c.key < row.key)


def _told(connection: Connection, key: str) -> tuple[Told, ...]:
    if not key:
        return ()
    text = connection.scalar(select(remark.c.value).where(remark.c.key == key))
    try:
        return () if text is None else TOLD.validate_json(text)
    except ValidationError:
        return ()


def is_worked_on(connection: Connection, round_: RoundKey) -> bool:
    """Whether anything of the round waits or runs."""
    states = [state.value for state in UNFINISHED]
    query = select(job.c.key).where(job.c.round == round_, job.c.state.in_(states)).limit(1)
    return connection.scalar(query) is not None


def remarks_of_jobs(connection: Connection, round_: RoundKey) -> frozenset[str]:
    """The keys of what jobs of the round were refused for."""
    found = connection.scalars(select(job.c.progress).where(job.c.round == round_))
    return frozenset(progress_of(text).remark for text in found) - {""}
