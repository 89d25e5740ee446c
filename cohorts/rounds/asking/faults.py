"""What is wrong with what was filled in, field by field, in words."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cohorts.errors import Problem
from cohorts.forms.fault import said
from cohorts.words import Language
from cohorts.words.phrase import phrase
from cohorts.words.sentences import sentences


def faults(error: ValidationError, kind: type[BaseModel]) -> list[Problem]:
    """Each fault with what its field asks, as far as ``kind`` says that."""
    found = []
    for one in error.errors():
        label = _label(one["loc"], kind)
        facts = {"field": label, "fault": {lang: _plainly(one, lang) for lang in Language}}
        found.append(Problem("asking.field" if label else "asking.fields", "", facts))
    return found


def _label(place: tuple[int | str, ...], kind: type[BaseModel]) -> dict[Language, str]:
    """What the field asks, in every language; empty where it is about several."""
    fields = (kind.model_fields.get(str(part)) for part in place)
    extras: list[Any] = [field.json_schema_extra for field in fields if field is not None]
    extra = next((one for one in extras if one), None)
    return {} if extra is None else {lang: extra[lang.value] for lang in Language}


def _plainly(one: ErrorDetails, language: Language) -> str:
    """Without the names of a file, where there are such words."""
    template = sentences(language).get(f"asking.fault_{one['type']}")
    if template is None:
        return said(one, language)
    return phrase(template, {k: str(v) for k, v in one.get("ctx", {}).items()}, language)
