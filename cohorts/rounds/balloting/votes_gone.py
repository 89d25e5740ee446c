"""Of which steps the votes were erased because their time was over: what they came to stays."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.rounds.happened import happened
from cohorts.store.keys import Key, RoundKey
from cohorts.store.tables import event

ERASED = ("votes.erase", "everything.erase")
"""The acts after which they are gone."""


def votes_gone(connection: Connection, round_: RoundKey) -> frozenset[Key]:
    """The keys of these steps."""
    found = happened(connection, round_, event.c.act.in_(ERASED))
    return frozenset(Key(str(key)) for one in found for key in _stages(one.facts.get("stages")))


def _stages(said: object) -> list[object]:
    return said if isinstance(said, list) else []
