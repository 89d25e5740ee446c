"""What happened in a round since some time."""

from __future__ import annotations

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.happened import Happened, happened
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event


def events_since(
    store: Store, actor: Actor, round_: RoundKey, at: str | None = None
) -> tuple[Happened, ...]:
    """The events after ``at`` (None: all), the oldest first.

    Raises RefusedError where the round is not theirs to see.
    """
    with look(store, actor, round_, may=READERS) as connection:
        return happened(connection, round_, event.c.at > (at or ""))
