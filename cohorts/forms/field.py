"""What a form, the docs and the command line say about a field of a rule or a condition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from cohorts.words.language import Language


def described(
    default: Any,
    *,
    nl: str,
    en: str,
    unit: str = "",
    asked: bool = True,
    beside: tuple[str, str] = ("", ""),
    **limits: Any,
) -> Any:
    """A pydantic Field that says what it is, in both languages.

    ``asked``: by a form; ``beside``: only where that field has this value.
    """
    extra: JsonDict = {"nl": nl, "en": en, "unit": unit, "asked": asked, "beside": [*beside]}
    return Field(default, json_schema_extra=extra, **limits)


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


LONGEST_TEXT = 5000
"""Signs of one text of a programme; the longest that comes along has a tenth of it."""
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Signs that no text holds: of control, and those that turn the order of what follows."""


def _a_text(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise PydanticCustomError("long_text", "at most {most}", {"most": LONGEST_TEXT})
    if UNREADABLE.search(value):
        raise PydanticCustomError("string_unicode", "no text")
    return value


Text = Annotated[str, AfterValidator(_a_text)]
"""What a programme says, as people read it."""
Said = Annotated[dict[Language, Text], BeforeValidator(_in_every_language)]
"""A text in every language; TOML may give one for all, or one each."""


class Spoken(dict[Language, str]):
    """A text per language as it was written; one that is absent is said as another."""

    def __missing__(self, language: Language) -> str:
        return next(iter(self.values()), "")


def _tells_something(value: Spoken) -> Spoken:
    if not value or not all(text.strip() for text in value.values()):
        raise PydanticCustomError("no_title", "blank")
    return value


Told = Annotated[dict[Language, Text], AfterValidator(Spoken)]
"""A text per language, kept (and hashed) as it was written: what is absent is not filled in."""
Titled = Annotated[Told, AfterValidator(_tells_something)]
"""The same, of what must be called something: in one language at least, and never blank."""
UNSAID: dict[Language, str] = dict.fromkeys(Language, "")
