"""Adding a condition to the programme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohorts.conditions import conditions
from cohorts.errors import InputError, Problem
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import changed
from cohorts.rounds.asking.condition_fields import checked
from cohorts.rounds.asking.free_key import free_key
from cohorts.rounds.asking.stood import Stood, made
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def add_condition(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    kind: str,
    fields: Mapping[str, Any],
    *,
    seen: int | None = None,
) -> int:
    """One condition more, of this kind, with these fields. Gives the revision.

    Raises InputError for a kind there is not, and with every field that is wrong.
    """

    def to(stood: Stood) -> Stood:
        if kind not in conditions():
            raise InputError(Problem("asking.gone_condition"))
        one = checked(conditions()[kind], {**fields, "condition": kind})
        given = stood.whole.conditions
        taken = {each.key for each in (*given, *stood.chosen.conditions)}
        more = one.model_copy(update={"key": free_key(kind, taken)})
        return stood.changed(made(stood.whole, conditions=(*given, more)))

    return changed(store, actor, round_, "add_condition", to, says={"kind": kind}, seen=seen)
