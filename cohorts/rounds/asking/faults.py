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
        facts = {"asked": label, "fault": {lang: _plainly(one, lang) for lang in Language}}
        found.append(Problem("asking.field" if label else "asking.fields", "", facts))
    return found


def _label(place: tuple[int | str, ...], kind: type[BaseModel]) -> dict[Language, str]:
    """What the field asks, in every language; empty where it is about several."""
    name = next((part for part in map(str, place) if part in kind.model_fields), "")
    extra: Any = kind.model_fields[name].json_schema_extra if name else None
    if not extra:
        return {}
    known = {lang: sentences(lang) for lang in Language}
    own = {lang: known[lang].get(f"asking.label_{name}") for lang in Language}
    return {lang: _capital((own[lang] or extra[lang.value]).rstrip("?")) for lang in Language}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plainly(one: ErrorDetails, language: Language) -> str:
    """Without the names of a file, where there are such words."""
    template = sentences(language).get(f"asking.fault_{one['type']}")
    if template is None:
        return said(one, language)
    return phrase(template, {k: str(v) for k, v in one.get("ctx", {}).items()}, language)
