"""Putting a round away: it can be read, and nothing in it changes until it is taken back."""

from __future__ import annotations

from sqlalchemy import update

from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.new_round import OBJECT
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table


def archive(store: Store, actor: Actor, round_: RoundKey) -> None:
    """Out of the way. Raises as :func:`act` does."""
    _set(store, actor, round_, "round.archive", now())


def take_back(store: Store, actor: Actor, round_: RoundKey) -> None:
    """Out of the archive. Raises as :func:`act` does."""
    _set(store, actor, round_, "round.take_back", None)


def _set(store: Store, actor: Actor, round_: RoundKey, name: str, at: str | None) -> None:
    with act(store, actor, round_, name, may=ORGANISERS, object_=OBJECT, put_away=True) as doing:
        here = round_table.c.key == round_
        doing.connection.execute(update(round_table).where(here).values(archived_at=at))
