"""Changing what a rule of the programme asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import changed, rule_of
from cohorts.rounds.asking.four_steps import with_fields
from cohorts.rounds.asking.set_step import with_rule
from cohorts.rounds.asking.stood import Stood
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def set_rule(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    key: str,
    fields: Mapping[str, Any],
    *,
    seen: int | None = None,
) -> int:
    """The rule with this key asks this, as firmly as before. Gives the revision.

    Raises InputError with every field that is wrong.
    """

    def to(stood: Stood) -> Stood:
        rule = with_fields(rule_of(stood, key), fields)
        return stood.changed(with_rule(stood.whole, rule))

    return changed(store, actor, round_, "rule", to, says={"rule": key}, seen=seen)
