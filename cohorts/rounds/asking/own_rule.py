"""Setting a rule back to what the chosen programme asks."""

from __future__ import annotations

from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import changed, rule_of
from cohorts.rounds.asking.set_step import with_rule
from cohorts.rounds.asking.stood import Stood
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def own_rule(
    store: Store, actor: Actor, round_: RoundKey, key: str, *, seen: int | None = None
) -> int:
    """The rule with this key as it was in the programme that was chosen. Gives the revision.

    Raises InputError where it was not in it.
    """

    def to(stood: Stood) -> Stood:
        rule_of(stood, key)
        before = rule_of(Stood(stood.chosen, stood.chosen), key)
        return stood.changed(with_rule(stood.whole, before)).switched(key, on=True)

    return changed(store, actor, round_, "own_rule", to, says={"rule": key}, seen=seen)
