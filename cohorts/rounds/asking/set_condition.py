"""Changing who may take part: a condition of the programme added, changed or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from cohorts.conditions import Condition, conditions
from cohorts.errors import InputError, Problem
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.add_rule import free_key
from cohorts.rounds.asking.changing import changed
from cohorts.rounds.asking.faults import faults
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
        one = _checked(conditions()[kind], {**fields, "condition": kind})
        given = stood.whole.conditions
        taken = {each.key for each in (*given, *stood.chosen.conditions)}
        more = one.model_copy(update={"key": free_key(kind, taken)})
        return stood.changed(made(stood.whole, conditions=(*given, more)))

    return changed(store, actor, round_, "add_condition", to, says={"kind": kind}, seen=seen)


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


def with_condition_fields(condition: Condition, fields: Mapping[str, Any]) -> Condition:
    """With these fields filled in otherwise. Raises InputError with every fault."""
    return _checked(type(condition), condition.model_dump(mode="python") | dict(fields))


def condition_of(stood: Stood, key: str) -> Condition:
    """The condition with this key. Raises InputError where it is no longer there."""
    try:
        return stood.whole.condition(key)
    except KeyError:
        raise InputError(Problem("asking.gone_condition")) from None


def _checked(kind: type[Condition], table: Mapping[str, Any]) -> Condition:
    try:
        return kind.model_validate(table)
    except ValidationError as error:
        raise InputError(*faults(error, kind)) from None
