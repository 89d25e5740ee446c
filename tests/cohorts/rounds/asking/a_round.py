"""A round whose people are confirmed, for tests of what is asked of it."""

from __future__ import annotations

from pathlib import Path

from cohorts.rounds.actor import Actor
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.staff import begun

EXAMPLES = Path("docs/examples")
PEOPLE = (EXAMPLES / "people.csv").read_bytes()
RELATIONS = (EXAMPLES / "relations.csv").read_bytes()


def with_people(store: Store, content: bytes = PEOPLE) -> tuple[Actor, RoundKey]:
    """The organiser, and a round of the people of the example."""
    anna, round_ = begun(store)
    take_in(store, anna, round_, content)
    return anna, round_


def take_in(store: Store, actor: Actor, round_: RoundKey, content: bytes) -> None:
    """These are the people of the round now."""
    drop(store, actor, round_, "people.csv", content)
    confirm(store, actor, round_, complete=True)
