"""Changing what a condition of the programme asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import changed
from cohorts.rounds.asking.condition_fields import condition_of, with_condition_fields
from cohorts.rounds.asking.stood import Stood, made
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def set_condition(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    key: str,
    fields: Mapping[str, Any],
    *,
    seen: int | None = None,
) -> int:
    """The condition with this key asks this. Gives the revision.

    Raises InputError with every field that is wrong, and where it is no longer there.
    """

    def to(stood: Stood) -> Stood:
        before = condition_of(stood, key)
        one = with_condition_fields(before, fields)
        whole = (one if each is before else each for each in stood.whole.conditions)
        return stood.changed(made(stood.whole, conditions=tuple(whole)))

    return changed(store, actor, round_, "condition", to, says={"condition": key}, seen=seen)
