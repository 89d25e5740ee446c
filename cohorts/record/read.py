"""Reads a ``proposal.json``, also one of an older release."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cohorts.errors import InputError, Problem
from cohorts.record.document import SCHEMA_VERSION, ProposalDocument
from cohorts.record.meaning import MEANING_VERSION
from cohorts.words import Language
from cohorts.words.sentences import sentences

DEEPEST = 40
"""Lists and objects in each other; a proposal needs a quarter of it."""


def read_document(path: Path) -> ProposalDocument:
    """A document from its file. Raises InputError."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_each_once)
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path, str(error)) from None
    if not isinstance(content, dict):
        raise _unreadable(path, type(content).__name__)
    if _too_deep(content):
        endless = {language: sentences(language)["programme.endless"] for language in Language}
        raise _unreadable(path, endless)
    for name, known in (("schema_version", SCHEMA_VERSION), ("meaning_version", MEANING_VERSION)):
        version = content.get(name)
        if isinstance(version, int) and version > known:
            raise InputError(Problem("programme.newer", str(path), {"version": version}))
    try:
        return ProposalDocument.model_validate(_migrated(content))
    except ValidationError as error:
        first = error.errors()[0]
        raise _unreadable(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def _migrated(content: dict[str, Any]) -> dict[str, Any]:
    """An older document as one of today. The first form kept no programme and no meaning."""
    if content.get("schema_version", 1) != 1:
        return content
    return {**content, "schema_version": SCHEMA_VERSION, "meaning_version": 1}


def _unreadable(path: Path, fault: object) -> InputError:
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
    """An object; raises ValueError where it states something twice, for the last would count."""
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(twice)
    return content
