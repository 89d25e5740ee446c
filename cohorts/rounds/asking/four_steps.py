"""The four steps of a rule: a must, a heavy or a light wish, or off; and one that decides first."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from cohorts.errors import InputError, Problem
from cohorts.programme.programme import Programme
from cohorts.round.merit import Standing
from cohorts.rounds.asking.faults import faults
from cohorts.rules.rule import Rule


class Step(StrEnum):
    """How a rule counts, from the firmest. FIRST is for what ranks people, instead of MUST."""

    FIRST = "first"
    MUST = "must"
    HEAVY = "heavy"
    LIGHT = "light"
    OFF = "off"


WEIGHT: Mapping[Step, float] = {Step.HEAVY: 4.0, Step.LIGHT: 1.0}


def step_of(rule: Rule, programme: Programme) -> Step:
    """Where the switch of a rule that is on stands: of a wish at the step nearest to its weight.

    Of a weight halfway at the heavier one.
    """
    if rule.RANKS and programme.groups.standing is Standing.FIRST:
        return Step.FIRST
    if rule.is_must:
        return Step.MUST
    return min(WEIGHT, key=lambda step: (abs(WEIGHT[step] - rule.weight), -WEIGHT[step]))


def steps_of(rule: Rule) -> tuple[Step, ...]:
    """Where it can stand."""
    firm = (Step.FIRST,) if rule.RANKS else () if rule.limits is None else (Step.MUST,)
    return (*firm, *WEIGHT, Step.OFF)


def limits_asked(rule: Rule) -> tuple[str, ...]:
    """The fields of which one is to be filled in before it can be a must; (): it can be one."""
    limits = rule.limits or ()
    return () if any(getattr(rule, name) is not None for name in limits) else limits


def moved(rule: Rule, step: Step) -> Rule:
    """With its switch at another step than where it stands.

    Raises InputError where it cannot be a must, or does not say yet how far.
    """
    if step in WEIGHT:
        return rule.weighing(WEIGHT[step])
    if step is Step.MUST and rule.limits is None:
        raise InputError(Problem("asking.never_must", "", {"rule": rule.titles}))
    if step is Step.MUST and limits_asked(rule):
        raise InputError(Problem("asking.limit_wanted", "", {"rule": rule.titles}))
    return rule.as_must() if step is Step.MUST else rule


def with_fields(rule: Rule, fields: Mapping[str, Any]) -> Rule:
    """With these fields filled in otherwise. Raises InputError with every fault."""
    table = rule.model_dump(mode="python") | dict(fields)
    try:
        return type(rule).model_validate(table)
    except ValidationError as error:
        raise InputError(*faults(error, type(rule))) from None
