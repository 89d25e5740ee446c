"""What a form, the docs and the command line say about a field of a rule or a condition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cohorts.words.language import Language


def described(default: Any, *, nl: str, en: str, unit: str = "", **limits: Any) -> Any:
    """A pydantic Field that says in both languages what it is."""
    return Field(default, json_schema_extra={"nl": nl, "en": en, "unit": unit}, **limits)


KEY = re.compile(r"[^\W_][\w-]{0,99}")
PINNED = "pinned-"
"""The keys of pins that are given beside a programme begin so; no other key may."""


def _well_formed(key: str) -> str:
    if key and (key.startswith(PINNED) or not KEY.fullmatch(key)):
        raise PydanticCustomError("key_form", "letters, digits, - and _")
    return key


Key = Annotated[str, AfterValidator(_well_formed)]
"""The own name of a rule or a condition: letters, digits, ``-`` and ``_``; or empty."""


def _in_every_language(value: object) -> object:
    """A plain text holds in every language; a language that is absent is said as another."""
    if isinstance(value, str):
        return dict.fromkeys(Language, value)
    if isinstance(value, Mapping):
        return {**dict.fromkeys(Language, next(iter(value.values()), "")), **value}
    return value


Said = Annotated[dict[Language, str], BeforeValidator(_in_every_language)]
"""A text in every language; TOML may give one for all, or one each."""


class Spoken(dict[Language, str]):
    """A text per language as it was written; one that is absent is said as another."""

    def __missing__(self, language: Language) -> str:
        return next(iter(self.values()), "")


Titled = Annotated[dict[Language, str], AfterValidator(Spoken)]
"""A text per language, kept (and hashed) as it was written: what is absent is not filled in."""
UNSAID: dict[Language, str] = dict.fromkeys(Language, "")
