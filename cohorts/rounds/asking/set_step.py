"""Moving the switch of a rule: a must, a heavy or a light wish, or off."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from cohorts.programme.programme import Programme
from cohorts.round.merit import Standing
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import changed, rule_of
from cohorts.rounds.asking.four_steps import Step, moved, step_of, with_fields
from cohorts.rounds.asking.stood import Stood, made
from cohorts.rules.rule import Rule
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def set_step(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    key: str,
    step: Step,
    *,
    limit: Mapping[str, Any] | None = None,
    seen: int | None = None,
) -> int:
    """The rule with this key counts so; ``limit``: the fields that say how far, for a must.

    Where its switch stands there already, its own weight stays. Gives the revision. Raises
    InputError where it cannot be a must, or does not say how far, and where no rule would be on.
    """
    to = partial(_stepped, key=key, step=step, limit=limit or {})
    return changed(store, actor, round_, "step", to, says={"rule": key, "step": step}, seen=seen)


def _stepped(stood: Stood, *, key: str, step: Step, limit: Mapping[str, Any]) -> Stood:
    rule = rule_of(stood, key)
    if step is Step.OFF:
        return stood.switched(key, on=False)
    if limit:
        rule = with_fields(rule, limit)
    if step is not step_of(rule, stood.whole):
        rule = moved(rule, step)
    whole = made(with_rule(stood.whole, rule), groups=_groups(stood.whole, rule, step))
    return stood.changed(whole).switched(key, on=True)


def with_rule(programme: Programme, rule: Rule) -> Programme:
    """With this instead of the one that has its key."""
    rules = [rule if one.key == rule.key else one for one in programme.rules]
    return made(programme, rules=rules)


def _groups(programme: Programme, rule: Rule, step: Step) -> dict[str, Any]:
    """What ranks people decides first, or is weighed as the other wishes are."""
    groups = programme.groups.model_dump(mode="json")
    if rule.RANKS and step is not step_of(rule, programme):
        first = step is Step.FIRST
        margin = groups["margin"] if first else 0.0
        groups |= {"standing": (Standing.FIRST if first else Standing.WEIGHED), "margin": margin}
    return groups
