"""Taking away a condition of the programme."""

from __future__ import annotations

from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import changed
from cohorts.rounds.asking.condition_fields import condition_of
from cohorts.rounds.asking.stood import Stood, made
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def take_condition(
    store: Store, actor: Actor, round_: RoundKey, key: str, *, seen: int | None = None
) -> int:
    """The condition with this key is not asked any more. Gives the revision.

    Raises InputError where it is no longer there.
    """

    def to(stood: Stood) -> Stood:
        gone = condition_of(stood, key)
        left = tuple(each for each in stood.whole.conditions if each is not gone)
        return stood.changed(made(stood.whole, conditions=left))

    says = {"condition": key}
    return changed(store, actor, round_, "take_condition", to, says=says, seen=seen)
