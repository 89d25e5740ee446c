"""A round as files: ``round.json``, a file a proposal, the log, and what a person opens.

``round.json`` holds the rows that have no file of their own, and the SHA-256 of every other file
and of itself. What a person opens (applicants, relations, programme) is worked out of these rows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from cohorts.errors import InputError, Problem
from cohorts.rounds.life.row_shape import are_ours
from cohorts.rounds.life.travelling import TRAVELS, Row, Rows
from cohorts.store.canonical import canonical, sha256
from cohorts.store.keys import Key, RoundKey

SCHEMA_VERSION = 1
MAIN, LOG = "round.json", "log.jsonl"
OPENED = ("applicants.csv", "relations.csv", "programme.toml")
"""What is in it for people; nothing is read from these."""
PROPOSAL = re.compile(r"proposals/[1-9]\d{0,5}\.json")
FIELDS = {"schema_version", "round", "files", "tables", "digest"}


def as_files(rows: Rows, opened: Mapping[str, str]) -> dict[str, bytes]:
    """Name → content. ``opened``: the texts of ``OPENED``."""
    files = {name: opened[name] for name in OPENED}
    files |= {_name_of(row): str(row["value"]) for row in rows["proposal"]}
    files[LOG] = "".join(f"{canonical(line)}\n" for line in _lines(rows))
    tables = {name: own for name, own in rows.items() if name not in ("event", "said")}
    tables["proposal"] = [_without(row, "value") for row in rows["proposal"]]
    main = {
        "schema_version": SCHEMA_VERSION,
        "round": rows["round"][0]["key"],
        "files": {name: sha256(text) for name, text in files.items()},
        "tables": tables,
    }
    files[MAIN] = f"{canonical(main | {'digest': sha256(canonical(main))})}\n"
    return {name: text.encode() for name, text in files.items()}


def of_files(files: Mapping[str, bytes], place: str) -> tuple[RoundKey, Rows]:
    """The rows again. ``place``: how a person calls the file.

    Raises InputError where they are no round, one of a later release, or were changed since.
    """
    texts = {name: _text(name, content, place) for name, content in files.items()}
    main = _main(texts, place)
    said = main.pop("digest")
    if said != sha256(canonical(main)):
        raise _changed(place, MAIN)
    for name in sorted(texts.keys() | main["files"].keys()):
        if name != MAIN and main["files"].get(name) != sha256(texts.get(name, "\0")):
            raise _changed(place, name)
    round_, rows = main["round"], main["tables"]
    try:
        _put_back(rows, texts)
    except (KeyError, TypeError, ValueError, RecursionError, AttributeError):
        raise InputError(Problem("rounds.zip_not_ours", place)) from None
    if not isinstance(round_, str) or not are_ours(rows, round_):
        raise InputError(Problem("rounds.zip_not_ours", place))
    return RoundKey(Key(round_)), {one.table.name: rows[one.table.name] for one in TRAVELS}


def _name_of(row: Row) -> str:
    return f"proposals/{row['number']}.json"


def _without(row: Row, *columns: str) -> Row:
    return {name: value for name, value in row.items() if name not in columns}


def _lines(rows: Rows) -> list[Row]:
    """Each event with what is left of what it says."""
    parts: dict[object, list[Row]] = {}
    for part in rows["said"]:
        parts.setdefault(part["number"], []).append(_without(part, "chain", "number"))
    return [event | {"said": parts.get(event["number"], [])} for event in rows["event"]]


def _put_back(rows: Rows, texts: Mapping[str, str]) -> None:
    """What stands in files of its own, among the rows."""
    for row in rows["proposal"]:
        row["value"] = texts[_name_of(row)]
    rows["event"], rows["said"] = [], []
    for line in texts[LOG].splitlines():
        event = _parsed(line)
        for part in event.pop("said"):
            rows["said"].append(part | {"chain": event["chain"], "number": event["number"]})
        rows["event"].append(event)


def _main(texts: Mapping[str, str], place: str) -> dict[str, Any]:
    try:
        main = _parsed(texts[MAIN])
        version = main["schema_version"]
    except (KeyError, TypeError, ValueError, RecursionError):
        raise InputError(Problem("rounds.zip_not_ours", place)) from None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise InputError(Problem("rounds.zip_newer", place))
    ours = main.keys() == FIELDS and version == SCHEMA_VERSION
    if not ours or not all(isinstance(main[name], dict) for name in ("files", "tables")):
        raise InputError(Problem("rounds.zip_not_ours", place))
    return main


def _parsed(text: str) -> dict[str, Any]:
    found = json.loads(text, parse_constant=_refused)
    if not isinstance(found, dict):
        raise TypeError
    return found


def _refused(sign: str) -> object:
    raise ValueError(sign)


def _text(name: str, content: bytes, place: str) -> str:
    if name not in (MAIN, LOG, *OPENED) and not PROPOSAL.fullmatch(name):
        raise InputError(Problem("rounds.zip_stranger", place, {"name": name[:100]}))
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise _changed(place, name) from None


def _changed(place: str, name: str) -> InputError:
    return InputError(Problem("rounds.zip_changed", place, {"name": name}))
