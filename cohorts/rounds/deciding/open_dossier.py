"""Opens a dossier: a zip of unknown hands, read no further than a dossier reaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of, said
from cohorts.forms.read_file import read_file
from cohorts.record.document import ProposalDocument
from cohorts.record.json_text import UnfitError, read_json
from cohorts.record.parts import Part
from cohorts.record.read import as_document
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.packed import MOST_BYTES, unpack
from cohorts.words import Language

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, eq=False)
class Dossier:
    """``texts``: each file as it stands in it; no committee, or not its ballots: None."""

    texts: Mapping[str, str]
    decision: form.DecisionPart
    proposal: ProposalDocument
    programme: Mapping[str, Any]
    people: form.PeoplePart
    inputs: form.InputsPart
    board: form.BoardPart
    kept: Mapping[str, Any]
    versions: form.VersionsPart
    hashes: Mapping[str, Any]
    log: form.LogPart
    head: str
    committee: form.CommitteePart | None = None
    ballots: form.BallotsPart | None = None


def open_dossier(path: Path) -> Dossier:
    """Raises InputError where it is no dossier: what is wrong, and in which of its files."""
    try:
        data = read_file(path, MOST_BYTES)
    except OSError as error:
        raise InputError(
            Problem("replay.unreadable", str(path), {"fault": fault_of(error)})
        ) from None
    texts = _texts(data, str(path))
    return Dossier(
        texts,
        _part(texts, form.DECISION, form.DecisionPart),
        as_document(texts[form.PROPOSAL], form.PROPOSAL),
        _object(texts, form.PROGRAMME),
        _part(texts, form.PEOPLE, form.PeoplePart),
        _part(texts, form.INPUTS, form.InputsPart),
        _part(texts, form.BOARD, form.BoardPart),
        _object(texts, form.KEPT),
        _part(texts, form.VERSIONS, form.VersionsPart),
        _object(texts, form.HASHES),
        _part(texts, form.LOG, form.LogPart),
        texts[form.HEAD].strip(),
        _maybe(texts, form.COMMITTEE, form.CommitteePart),
        _maybe(texts, form.BALLOTS, form.BallotsPart),
    )


def _texts(data: bytes, place: str) -> dict[str, str]:
    """Name → text, of the files of a dossier and no others."""
    found = unpack(data, place)
    _check_names(found, place)
    try:
        return {name: content.decode() for name, content in found.items()}
    except UnicodeDecodeError:
        raise InputError(Problem("replay.no_dossier", place)) from None


def _check_names(names: Collection[str], place: str) -> None:
    if form.DECISION not in names or form.LOG not in names:
        raise InputError(Problem("replay.no_dossier", place))
    for missing in sorted(set(form.FILES) - set(names)):
        raise InputError(Problem("replay.missing", missing))
    for other in sorted(set(names) - {*form.FILES, *form.OF_COMMITTEE}):
        raise InputError(Problem("replay.other_file", other[:120]))


def _object(texts: Mapping[str, str], name: str) -> Mapping[str, Any]:
    try:
        content = read_json(texts[name])
    except UnfitError as error:
        raise _unreadable(name, error.fault) from None
    except (ValueError, RecursionError) as error:
        raise _unreadable(name, fault_of(error)) from None
    if not isinstance(content, dict):
        raise InputError(Problem("replay.no_dossier", name))
    return content


def _part(texts: Mapping[str, str], name: str, kind: type[P]) -> P:
    content = _object(texts, name)
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        fault = {language: f"{where}: {said(first, language)}" for language in Language}
        raise _unreadable(name, fault) from None


def _maybe(texts: Mapping[str, str], name: str, kind: type[P]) -> P | None:
    """What not every dossier has."""
    return _part(texts, name, kind) if name in texts else None


def _unreadable(name: str, fault: object) -> InputError:
    return InputError(Problem("replay.unreadable", name, {"fault": fault}))
