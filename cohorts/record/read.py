"""Reads a ``proposal.json``, also one of an older release."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of, said
from cohorts.forms.read_file import MOST_PROPOSAL, read_text
from cohorts.record.as_written import check_as_written
from cohorts.record.document import SCHEMA_VERSION, ProposalDocument
from cohorts.record.first_release import FIRST_SCHEMA, NOT_YET, check_first_form
from cohorts.record.json_text import UnfitError, below, read_json, unfit
from cohorts.record.meaning import MEANING_VERSION
from cohorts.words import Language


def read_document(path: Path) -> ProposalDocument:
    """A document from its file. Raises InputError."""
    try:
        text = read_text(path, MOST_PROPOSAL)
    except (OSError, ValueError) as error:
        raise _unreadable(str(path), fault_of(error)) from None
    return as_document(text, str(path))


def as_document(text: str, place: str) -> ProposalDocument:
    """A document from its text; ``place``: what the text is called. Raises InputError."""
    try:
        content = read_json(text)
        if not isinstance(content, dict):
            raise unfit("written.no_object")
        _check_known(content, place)
        first = _is_first(content)
        content = _migrated(content) if first else content
        read = ProposalDocument.model_validate(content)
        again = read.model_dump(mode="json", exclude=NOT_YET if first else None)
        whole = first or read.meaning_version == MEANING_VERSION
        check_as_written(content, again, whole=whole)
    except UnfitError as error:
        raise _unreadable(place, error.fault) from None
    except ValidationError as error:
        raise _unreadable(place, _first(error).fault) from None
    except (ValueError, RecursionError) as error:
        raise _unreadable(place, fault_of(error)) from None
    return read


def _first(error: ValidationError) -> UnfitError:
    """The first thing that is wrong, at its place as ``check`` calls it."""
    first = error.errors()[0]
    place = ""
    for name in first["loc"]:
        place = below(place, name)
    return UnfitError({language: said(first, language) for language in Language}, place)


def _check_known(content: Mapping[str, Any], place: str) -> None:
    """Raises InputError for a proposal of a release to come."""
    for name, known in (("schema_version", SCHEMA_VERSION), ("meaning_version", MEANING_VERSION)):
        version = content.get(name)
        if isinstance(version, int) and version > known:
            raise InputError(Problem("programme.newer", place, {"version": version}))


def _is_first(content: Mapping[str, Any]) -> bool:
    version = content.get("schema_version")
    return type(version) is int and version == FIRST_SCHEMA


def _migrated(content: dict[str, Any]) -> dict[str, Any]:
    """A document of the first form as one of today: that kept no programme and no meaning.

    Raises UnfitError where it holds what the first form did not know.
    """
    check_first_form(content)
    return {**content, "schema_version": SCHEMA_VERSION, "meaning_version": FIRST_SCHEMA}


def _unreadable(place: str, fault: Mapping[Language, str]) -> InputError:
    return InputError(Problem("check.unreadable", place, {"fault": fault}))
