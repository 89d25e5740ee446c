"""Discards a dropped file."""

from __future__ import annotations

from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.drop import forget
from cohorts.rounds.people.kept_people import OBJECT
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def discard(store: Store, actor: Actor, round_: RoundKey, *, seen: int | None = None) -> None:
    """Nothing of it is left, nor of what was said of it; who was in the round stays as they are."""
    with act(
        store, actor, round_, "people.discard", may=ORGANISERS, object_=OBJECT, seen=seen
    ) as doing:
        forget(doing)
