"""How long each kind of data stays, and before which day everything of a round is erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, select

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act, look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.keeping.kind import KEEPING
from cohorts.rounds.keeping.kinds import KINDS
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table

SETTING = OBJECT = KEEPING
LEAST, MOST = 1, 7_300
"""Days."""
YEARS = 7
"""After a round was made; where no other day was set."""


@dataclass(frozen=True)
class Keeping:
    """``before``: the day before which everything goes; ``days``: name of a kind → its days."""

    before: date
    days: Mapping[str, int]
    revision: int


def keeping_of(store: Store, actor: Actor, round_: RoundKey) -> Keeping:
    """As it was set, else the defaults. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        return keeping_in(connection, round_)


def keeping_in(connection: Connection, round_: RoundKey) -> Keeping:
    """The same where the role was checked."""
    kept = setting_in(connection, round_, SETTING) or {}
    days = {name: kept.get("days", {}).get(name, kind.days) for name, kind in KINDS.items()}
    before = kept.get("before")
    day = _usual_day(connection, round_) if before is None else date.fromisoformat(before)
    return Keeping(day, days, revision_of(connection, round_, OBJECT))


def set_keeping(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    before: date,
    days: Mapping[str, int],
    *,
    seen: int | None = None,
) -> None:
    """From now on, also in an archived round; nothing is erased by it.

    ``days``: of the kinds that are named; the others keep theirs. Raises InputError where a kind is
    unknown, days are none that can be, or the day lies in the past; RefusedError, StaleError.
    """
    with act(
        store,
        actor,
        round_,
        "keeping.set",
        may=ORGANISERS,
        object_=OBJECT,
        seen=seen,
        put_away=True,
    ) as doing:
        was = keeping_in(doing.connection, round_)
        if not days.keys() <= KINDS.keys() or not all(LEAST <= n <= MOST for n in days.values()):
            raise InputError(Problem("keeping.days", "", {"least": LEAST, "most": MOST}))
        if before != was.before and before <= datetime.now(UTC).date():
            raise InputError(Problem("keeping.past"))
        kept = {"before": before.isoformat(), "days": {**was.days, **days}}
        set_setting(doing.connection, round_, SETTING, kept)
        doing.say(kept)


def _usual_day(connection: Connection, round_: RoundKey) -> date:
    made = connection.scalars(
        select(round_table.c.made_at).where(round_table.c.key == round_)
    ).one()
    return date.fromisoformat(made[:10]) + timedelta(days=YEARS * 365 + 2)
