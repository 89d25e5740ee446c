"""The conditions of the programme of a round: found by their keys, and their fields checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from cohorts.conditions import Condition
from cohorts.errors import InputError, Problem
from cohorts.rounds.asking.faults import faults
from cohorts.rounds.asking.stood import Stood


def condition_of(stood: Stood, key: str) -> Condition:
    """The condition with this key. Raises InputError where it is no longer there."""
    try:
        return stood.whole.condition(key)
    except KeyError:
        raise InputError(Problem("asking.gone_condition")) from None


def with_condition_fields(condition: Condition, fields: Mapping[str, Any]) -> Condition:
    """With these fields filled in otherwise. Raises InputError with every fault."""
    return checked(type(condition), condition.model_dump(mode="python") | dict(fields))


def checked(kind: type[Condition], table: Mapping[str, Any]) -> Condition:
    """Such a condition, with these fields. Raises InputError with every fault."""
    try:
        return kind.model_validate(table)
    except ValidationError as error:
        raise InputError(*faults(error, kind)) from None
