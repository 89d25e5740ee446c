"""What a round was composed with, as a proposal states it: a value for each input that is one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from cohorts.composing.input import SETTINGS
from cohorts.composing.inputs import INPUTS
from cohorts.round.round import Round

TARGET = "target"
"""The wished size: no input of its own, for it follows from programme and sizes."""


def settings_of(round_: Round) -> dict[str, Any]:
    """What this round is made with."""
    stated = {
        one.stated.removeprefix(SETTINGS): one.in_round(round_)
        for one in INPUTS.values()
        if one.setting and one.in_round is not None
    }
    return {**stated, TARGET: round_.target}


def _forms() -> dict[str, Any]:
    """Name of a setting → the type of its value."""
    forms = {one.stated.removeprefix(SETTINGS): one.form for one in INPUTS.values() if one.setting}
    return {**forms, TARGET: int}


def _read(value: object) -> dict[str, Any]:
    """Every value in its type; raises what pydantic makes an error of.

    A setting that is not stated is left out: an older release did not know it.
    """
    if not isinstance(value, Mapping):
        raise PydanticCustomError("model_type", "settings by name")
    forms = _forms()
    unknown = sorted(str(name) for name in value if name not in forms)
    if unknown:
        raise PydanticCustomError("unknown_setting", "unknown: {name}", {"name": unknown[0]})
    return {name: _of(name, forms[name], one) for name, one in value.items()}


def _of(name: str, form: Any, value: object) -> Any:
    """One value in its type; a fault names the setting."""
    try:
        # from JSON, where a list may be a pair and a text a day: a text is still no number
        return TypeAdapter(form).validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        fault = {"name": name, "fault": error.errors()[0]["msg"]}
        raise PydanticCustomError("setting", "{name}: {fault}", fault) from None


Settings = Annotated[dict[str, Any], BeforeValidator(_read)]
