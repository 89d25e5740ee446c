"""Putting a round away: it can be read, and nothing in it changes until it is taken back."""

from __future__ import annotations

from functools import partial

from sqlalchemy import update

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.jobs.job_rows import is_worked_on
from cohorts.rounds.life.new_round import OBJECT
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table


def archive(store: Store, actor: Actor, round_: RoundKey) -> None:
    """Out of the way. Raises as :func:`act` does, and while something is composed in it."""
    with _putting(store, actor, round_, "round.archive") as doing:
        if is_worked_on(doing.connection, round_):
            raise RefusedError(Problem("jobs.under_way"))
        _set(doing, now())


def take_back(store: Store, actor: Actor, round_: RoundKey) -> None:
    """Out of the archive. Raises as :func:`act` does."""
    with _putting(store, actor, round_, "round.take_back") as doing:
        _set(doing, None)


_putting = partial(act, may=ORGANISERS, object_=OBJECT, put_away=True)


def _set(doing: Acting, at: str | None) -> None:
    here = round_table.c.key == doing.round
    doing.connection.execute(update(round_table).where(here).values(archived_at=at))
