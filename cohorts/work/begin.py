"""Long work asked for from a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohorts.rounds.actor import Actor
from cohorts.rounds.jobs.asking_for import ask_for
from cohorts.rounds.jobs.job import JobKey, Kind
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.work.awake import awake


def start(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    kind: Kind = Kind.COMPOSE,
    value: Mapping[str, Any] | None = None,
    *,
    why: str = "",
    seen: int | None = None,
) -> JobKey:
    """Puts it in the queue and sees to it that somebody works that off; comes back at once.

    ``why``: what was typed with it. Where the round has one of that kind waiting or running, it is
    that one. Raises RefusedError, StaleError.
    """
    key = ask_for(store, actor, round_, kind, value, why=why, seen=seen)
    awake(store)
    return key
