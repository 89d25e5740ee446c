"""Reads a ``proposal.json``, also one of an older release."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.forms.read_file import MOST_PROPOSAL, read_text
from cohorts.record.document import SCHEMA_VERSION, ProposalDocument
from cohorts.record.meaning import MEANING_VERSION
from cohorts.words import Language, say

DEEPEST = 40
"""Lists and objects in each other; a proposal needs a quarter of it."""


class _TwiceError(Exception):
    """A name that an object holds twice."""


def read_document(path: Path) -> ProposalDocument:
    """A document from its file. Raises InputError."""
    try:
        content = json.loads(read_text(path, MOST_PROPOSAL), object_pairs_hook=_each_once)
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path, fault_of(error)) from None
    except _TwiceError as error:
        raise _unreadable(path, _in_each("written.twice", name=str(error))) from None
    if not isinstance(content, dict):
        raise _unreadable(path, _in_each("written.no_object"))
    if _too_deep(content):
        raise _unreadable(path, _in_each("programme.endless"))
    for name, known in (("schema_version", SCHEMA_VERSION), ("meaning_version", MEANING_VERSION)):
        version = content.get(name)
        if isinstance(version, int) and version > known:
            raise InputError(Problem("programme.newer", str(path), {"version": version}))
    try:
        return ProposalDocument.model_validate(_migrated(content))
    except ValidationError as error:
        raise _unreadable(path, fault_of(error)) from None


def _migrated(content: dict[str, Any]) -> dict[str, Any]:
    """An older document as one of today. The first form kept no programme and no meaning."""
    if content.get("schema_version", 1) != 1:
        return content
    return {**content, "schema_version": SCHEMA_VERSION, "meaning_version": 1}


def _in_each(key: str, **facts: str) -> dict[Language, str]:
    return {language: say(key, language, **facts) for language in Language}


def _unreadable(path: Path, fault: Mapping[Language, str]) -> InputError:
    return InputError(Problem("check.unreadable", str(path), {"fault": fault}))


def _too_deep(content: object) -> bool:
    """Whether lists and objects stand in each other deeper than :data:`DEEPEST`."""
    level: list[object] = [content]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; raises _TwiceError where it states something twice, for the last would count."""
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _TwiceError(twice)
    return content
