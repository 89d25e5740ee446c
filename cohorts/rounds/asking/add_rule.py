"""Adding a rule to the programme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from cohorts.errors import InputError, Problem
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import changed
from cohorts.rounds.asking.faults import faults
from cohorts.rounds.asking.free_key import free_key
from cohorts.rounds.asking.stood import Stood, with_rules
from cohorts.rules import rules
from cohorts.rules.rule import Rule
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def add_rule(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    kind: str,
    fields: Mapping[str, Any],
    *,
    seen: int | None = None,
) -> int:
    """One rule more, of this kind, with these fields. Gives the revision.

    Raises InputError for a kind there is not, and with every field that is wrong.
    """

    def to(stood: Stood) -> Stood:
        made = _made(kind, fields)
        taken = {rule.key for rule in (*stood.whole.rules, *stood.chosen.rules)}
        rule = made.model_copy(update={"key": free_key(kind, taken)})
        return stood.changed(with_rules(stood.whole, (*stood.whole.rules, rule)))

    return changed(store, actor, round_, "add_rule", to, says={"kind": kind}, seen=seen)


def _made(kind: str, fields: Mapping[str, Any]) -> Rule:
    if kind not in rules():
        raise InputError(Problem("asking.gone_rule"))
    try:
        return rules()[kind].model_validate({**fields, "rule": kind})
    except ValidationError as error:
        raise InputError(*faults(error, rules()[kind])) from None
