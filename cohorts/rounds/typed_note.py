"""What somebody typed, kept apart from where it counts: in a note, for it may name anybody.

Where it counts stands ``{"note": key}``, and so in the log, which nobody can change: no digest of
the text, for with its salt beside it a short text can be guessed; the note has a seal of its own.
A text that went with somebody is read as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, insert, select

from cohorts.store.keys import Key, RoundKey, new_key
from cohorts.store.tables import note

NOTE = "note"
NONE: Mapping[str, Key] = MappingProxyType({})


@dataclass(frozen=True)
class Typed:
    """A text in a value, as somebody typed it."""

    text: str


def kept_apart(
    connection: Connection, round_: RoundKey, value: Any, *, known: Mapping[str, Key] = NONE
) -> Any:
    """The value as it is kept, also in the log: each :class:`Typed` in it as its note.

    ``known``: text → the note that it stands in already.
    """
    keys = dict(known)

    def written(one: Any) -> Any:
        if isinstance(one, Typed):
            if one.text not in keys:
                keys[one.text] = _noted(connection, round_, one.text)
            return {NOTE: keys[one.text]}
        if isinstance(one, Mapping):
            return {name: written(part) for name, part in one.items()}
        return [written(part) for part in one] if isinstance(one, list) else one

    return written(value)


def told(connection: Connection, round_: RoundKey, text: str) -> Any:
    """What the log may say of a text, which is kept in a note."""
    return kept_apart(connection, round_, Typed(text))


def read_back(connection: Connection, value: Any) -> Any:
    """With the texts again; None where one has gone. One that stood there as it is stays so."""
    found = texts_in(connection, value)
    return _each(value, found.get) if found or any(notes_in(value)) else value


def texts_in(connection: Connection, value: Any) -> Mapping[Key, str]:
    """Note → text, of those in a value that are still there."""
    keys = set(notes_in(value))
    if not keys:
        return {}
    rows = connection.execute(select(note.c.key, note.c.text).where(note.c.key.in_(keys)))
    return {Key(row.key): row.text for row in rows}


def notes_in(value: Any) -> Iterator[Key]:
    """The keys of the notes in a value."""
    if _is_note(value):
        yield Key(value[NOTE])
    elif isinstance(value, Mapping | list):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from notes_in(part)


def _each(value: Any, of: Any) -> Any:
    if _is_note(value):
        return of(value[NOTE])
    if isinstance(value, Mapping):
        return {name: _each(part, of) for name, part in value.items()}
    return [_each(part, of) for part in value] if isinstance(value, list) else value


def _is_note(value: Any) -> bool:
    return isinstance(value, Mapping) and value.keys() == {NOTE}


def _noted(connection: Connection, round_: RoundKey, text: str) -> Key:
    key = new_key()
    row = {"key": key, "round": round_, "person": None, "text": text}
    connection.execute(insert(note), row)
    return key
