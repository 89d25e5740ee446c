"""A programme as data that load back to the same programme, whatever its file becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.programme.programme import Programme

BUDDIES = "buddies"
AFTERWARDS = {BUDDIES, "remedy", "contact", "ticks"}
"""What is asked, ticked off or said in letters when the groups are there already."""


def frozen(programme: Programme) -> dict[str, Any]:
    """What it says, in the shape of JSON; defaults are left out.

    So a field that a later release adds is not in it, and changes nothing that is computed from it.
    """
    table = programme.model_dump(mode="json", exclude_defaults=True)
    if programme.buddies is not None:
        table[BUDDIES] |= _parts(rules=programme.buddies.rules)
    return table | _parts(rules=programme.rules, conditions=programme.conditions)


def deciding(table: Mapping[str, Any]) -> dict[str, Any]:
    """Of a frozen programme what decides who sits with whom, and not what comes after."""
    return {name: value for name, value in table.items() if name not in AFTERWARDS}


def _parts(**given: Sequence[BaseModel]) -> dict[str, Any]:
    """Each part by its own fields, not by those of the base."""
    return {
        name: [part.model_dump(mode="json", exclude_defaults=True) for part in parts]
        for name, parts in given.items()
        if parts
    }


def thawed(table: Mapping[str, Any], place: str) -> Programme:
    """The programme again. Raises InputError ``check.unreadable`` where the data make none."""
    try:
        return Programme.model_validate(table)
    except (ValidationError, RecursionError) as error:
        fault = fault_of(error, "frozen_programme")
    raise InputError(Problem("check.unreadable", place, {"fault": fault}))
