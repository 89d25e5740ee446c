"""Taking a rule out of the programme."""

from __future__ import annotations

from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import changed, rule_of
from cohorts.rounds.asking.stood import Stood, with_rules
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def take_rule(
    store: Store, actor: Actor, round_: RoundKey, key: str, *, seen: int | None = None
) -> int:
    """The rule with this key is not in the programme any more. Gives the revision.

    Raises InputError where it is not in it, and where no rule would be on.
    """

    def to(stood: Stood) -> Stood:
        gone = rule_of(stood, key)
        left = [rule for rule in stood.whole.rules if rule is not gone]
        return stood.changed(with_rules(stood.whole, left))

    return changed(store, actor, round_, "take_rule", to, says={"rule": key}, seen=seen)
