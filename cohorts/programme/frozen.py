"""A programme as data that load back to the same programme, whatever its file becomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.programme.programme import Programme


def frozen(programme: Programme) -> dict[str, Any]:
    """What it says, in the shape of JSON; defaults are left out.

    So a field that a later release adds is not in it, and changes nothing that is computed from it.
    """
    table = programme.model_dump(mode="json", exclude_defaults=True)
    for name, parts in (("rules", programme.rules), ("conditions", programme.conditions)):
        if parts:
            # each by its own fields, not by those of the base
            table[name] = [part.model_dump(mode="json", exclude_defaults=True) for part in parts]
    return table


def thawed(table: Mapping[str, Any], place: str) -> Programme:
    """The programme again. Raises InputError ``check.unreadable`` where the data make none."""
    try:
        return Programme.model_validate(table)
    except (ValidationError, RecursionError) as error:
        fault = fault_of(error, "frozen_programme")
    raise InputError(Problem("check.unreadable", place, {"fault": fault}))
