"""Whether a tie keeps who looks from part of what an organiser does, and who does that instead."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.who_sees import others_who_decide
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Instead:
    """``kept_from``: of whom they decide, tell and take along nothing; ``names``: who does."""

    kept_from: frozenset[PersonKey]
    names: tuple[str, ...]


def instead_of(store: Store, actor: Actor, round_: RoundKey) -> Instead | None:
    """None: nothing keeps them from anybody. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        away = blocked(own_interests(connection, round_, actor.key))
        return Instead(away, others_who_decide(connection, round_, actor)) if away else None
