"""Long work as the rows of a store have it; nobody is at work here."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.jobs.asking_for import ask_for, jobs_of, stop
from cohorts.rounds.jobs.job import JobKey, Kind, Progress, State
from cohorts.rounds.jobs.turn import end, take
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.put_away import archive
from cohorts.store.chain import append
from cohorts.store.clock import now
from cohorts.store.store import Store
from cohorts.store.tables import job, round_
from tests.cohorts.rounds.staff import begun


def spoil(store: Store, key: JobKey, **values: str) -> None:
    with store.writing() as connection:
        connection.execute(update(job).where(job.c.key == key).values(values))


def test_a_round_in_which_is_composed_is_archived_once_that_is_stopped(store: Store) -> None:
    anna, here = begun(store)
    key = ask_for(store, anna, here, Kind.COMPOSE)
    with pytest.raises(RefusedError) as error:
        archive(store, anna, here)
    assert error.value.problems == (Problem("jobs.under_way"),)
    stop(store, anna, here, key)
    archive(store, anna, here)


def test_what_runs_in_an_archived_round_can_be_stopped(store: Store) -> None:
    anna, here = begun(store)
    key = ask_for(store, anna, here, Kind.COMPOSE)
    with store.writing() as connection:  # as where it was begun in the very moment of archiving
        connection.execute(update(round_).values(archived_at=now()))
        append(connection, here, actor=anna.key, act="rounds.archive")
    stop(store, anna, here, key)
    assert [one.state for one in jobs_of(store, anna, here)] == [State.STOPPED]


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("spoiled", "shown"),
    [
        ({"kind": "dance"}, State.QUEUED),
        ({"value": "{"}, State.QUEUED),
        ({"state": "asleep"}, State.UNREADABLE),
    ],
    ids=str,
)
def test_work_that_nobody_knows_is_shown(
    store: Store, spoiled: dict[str, str], shown: State
) -> None:
    anna, here = begun(store)
    key = ask_for(store, anna, here, Kind.COMPOSE)
    spoil(store, key, **spoiled)
    assert [one.state for one in jobs_of(store, anna, here)] == [shown]
    spoil(store, key, state=State.STOPPED, value="{}", ended_at=now())  # as the doctor wants it


def test_why_it_was_refused_does_not_travel(store: Store) -> None:
    anna, here = begun(store)
    key = ask_for(store, anna, here, Kind.COMPOSE)
    assert take(store, key, Progress(), 1) is not None
    end(store, key, State.REFUSED, problems=(Problem("jobs.limit", "", {"given": "Jan"}),))
    (refused,) = jobs_of(store, anna, here)
    assert "Jan" in str(refused.told)
    assert b"Jan" not in export_round(store, anna, here)
