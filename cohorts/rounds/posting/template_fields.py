"""The fields that a document of the organiser's own may have, by their names in each language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from cohorts.errors import InputError, Problem
from cohorts.intake.files.word_document import Document, read_document
from cohorts.words import Language
from cohorts.words.sentences import sentences

SIGNS = re.compile(r"[\W_]+")
NEAR = 0.5
"""How alike two names are of which one may be meant."""


class TemplateField(StrEnum):
    """What comes in its place: of who it is to, of the letter, or a sentence of it.

    LETTER: all of it, from the salutation to the greeting. REFERENCE: the line under it.
    """

    NAME = "name"
    COMPANY = "company"
    PLACE = "place"
    DATE = "date"
    SUBJECT = "subject"
    PROGRAMME = "programme"
    GROUP = "group"
    FIRST_MEETING = "first_meeting"
    REFERENCE = "reference"
    LETTER = "letter"
    SALUTATION = "salutation"
    APPLICATION = "application"
    DECISION = "decision"
    REASON = "reason"
    REFERRAL = "referral"
    HELP = "help"
    REMEDY = "remedy"
    GREETING = "greeting"


class Lacks(StrEnum):
    """What letters made with it would not say."""

    DECISION = "decision"
    REASON = "reason"
    REMEDY = "remedy"


def name_of(field: TemplateField, language: Language) -> str:
    """As it is typed between « and »; the same whatever words a programme has of its own."""
    return sentences(language)[f"template.field_{field}"]


def field_named(name: str) -> TemplateField | None:
    """In either language; capitals, white space and hyphens do not count. None: not known."""
    return _known().get(_bare(name))


def fields_read(content: bytes, file: str) -> tuple[Document, frozenset[TemplateField]]:
    """What a document is made of, and which fields it has.

    Raises InputError for what :func:`read_document` does not take, without any field, and for each
    field that is not known, with the one that looks most like it.
    """
    document = read_document(content, file)
    unknown = {name: None for name in document.fields if field_named(name) is None}
    if unknown:
        raise InputError(*(_unknown(name, file) for name in unknown))
    found = {field for name in document.fields if (field := field_named(name)) is not None}
    if not found:
        raise InputError(Problem("template.no_fields", file))
    return document, frozenset(found)


def lacking(fields: Collection[TemplateField], *, reasons: bool, remedy: bool) -> Iterator[Lacks]:
    """``reasons``: there are letters with one. ``remedy``: the round has one of its own."""
    if TemplateField.LETTER in fields:
        return
    asked = {TemplateField.DECISION: True, TemplateField.REASON: reasons}
    for field, there in (asked | {TemplateField.REMEDY: remedy}).items():
        if there and field not in fields:
            yield Lacks(field.value)


def _unknown(name: str, file: str) -> Problem:
    near = get_close_matches(_bare(name), _known(), 1, NEAR)
    facts = {"name": f"«{name}»", "known": [f"«{one}»" for one in _names()]}
    if not near:
        return Problem("template.unknown_field", file, facts)
    meant = next(one for one in _names() if _bare(one) == near[0])
    return Problem("template.unknown_field_near", file, facts | {"meant": f"«{meant}»"})


def _bare(name: str) -> str:
    return SIGNS.sub("", name.casefold())


def _names() -> Iterator[str]:
    return (name_of(field, language) for language in Language for field in TemplateField)


@cache
def _known() -> dict[str, TemplateField]:
    return {
        _bare(name_of(field, language)): field for language in Language for field in TemplateField
    }
