"""Why a file of ours (TOML, JSON) cannot be read, in the words of each language."""

from __future__ import annotations

import errno
import re
import tomllib
from collections.abc import Mapping
from json import JSONDecodeError

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cohorts.forms.read_file import RefusedFileError
from cohorts.words import Language, phrase, say
from cohorts.words.sentences import sentences

LINE = re.compile(r"\(at line (\d+), column \d+\)$")
BREAKS_OFF, LAST_TWICE = "written.breaks_off", "written.last_twice"
TWICE = {"Cannot overwrite a value": "written.name_twice", "Cannot declare": "written.table_twice"}
"""How a parser says that a name stands there already: the key of our own sentence."""
SHORT = 80
"""Signs of a place in a file; a name that is longer is no name."""


def fault_of(error: Exception, *within: str) -> Mapping[Language, str]:
    """What reading raised, for a sentence: language → why. A parser's own words are no one's.

    ``within``: names of what holds the data that were read.
    """
    return {language: _fault(error, within, language) for language in Language}


def _fault(error: Exception, within: tuple[str, ...], language: Language) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(map(str, (*within, *first["loc"])))[:SHORT]
        return f"{where}: {said(first, language)}" if where else said(first, language)
    if isinstance(error, UnicodeDecodeError):
        return say("written.not_utf8", language)
    if isinstance(error, JSONDecodeError):
        return say("written.not_json", language, line=str(error.lineno))
    if isinstance(error, tomllib.TOMLDecodeError):
        found = LINE.search(str(error))
        key = _key(str(error)) if found else _last(str(error))
        return say(key, language, line=found[1] if found else "")
    if isinstance(error, OSError):
        return _unread(error, language)
    return say("programme.endless", language)


def _unread(error: OSError, language: Language) -> str:
    if isinstance(error, RefusedFileError):
        return say(error.code, language, **error.facts)
    template = sentences(language).get(f"written.system_{_called(error.errno)}")
    return template or error.strerror or str(error)


def _called(number: int | None) -> str:
    """What systems call a fault of theirs: ``enospc`` where a disk is full."""
    return errno.errorcode.get(number or 0, "").lower()


def _key(parsers_words: str) -> str:
    """Of the sentence about a line that is no TOML, or that says something again."""
    found = (key for begins, key in TWICE.items() if parsers_words.startswith(begins))
    return next(found, "written.not_toml")


def _last(parsers_words: str) -> str:
    """The same where the parser numbers no line: it came to the end of the file."""
    return LAST_TWICE if parsers_words.startswith(tuple(TWICE)) else BREAKS_OFF


def said(error: ErrorDetails, language: Language) -> str:
    """What is wrong, by its type; in the words of whoever raised it where that has no sentence."""
    known = sentences(language)
    template = known.get(f"programme.fault_{error['type']}")
    if template is None:
        return error["msg"].removeprefix("Value error, ")
    return phrase(template, {k: str(v) for k, v in error.get("ctx", {}).items()}, language)
