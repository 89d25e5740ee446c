"""What people typed: in notes, which go with whom they are about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from cohorts.store.erasing import still_known
from cohorts.store.keys import RoundKey, new_key
from cohorts.store.tables import admitted, note, relation

TYPED = ("reason", "by")
"""What somebody types when they let a must go."""


def write_note(connection: Connection, round_: RoundKey, text: str, person: str) -> str:
    """The key of a new note about ``person`` ("": nobody in particular).

    "" for no text, and of who was erased meanwhile: what was typed of them went with them.
    """
    whose = still_known(connection, person)
    if not text or (person and whose is None):
        return ""
    row = {"key": new_key(), "round": round_, "person": whose, "text": text}
    connection.execute(insert(note), row)
    return str(row["key"])


def texts_of(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """Key → text, of the notes that are still there."""
    asked = sorted({key for key in keys if key})
    if not asked:
        return {}
    found = connection.execute(select(note.c.key, note.c.text).where(note.c.key.in_(asked)))
    return {row.key: row.text for row in found}


def notes_of_relations(connection: Connection, round_: RoundKey) -> Mapping[object, str]:
    """A relation as :func:`_relation` calls it → its note: that stands once, and goes once."""
    found = connection.execute(
        select(relation.c.a, relation.c.b, relation.c.value, relation.c.note).where(
            relation.c.round == round_, relation.c.note.is_not(None)
        )
    )
    return {_relation(row.a, row.b, json.loads(row.value)["kind"]): row.note for row in found}


def _of_admitted(
    connection: Connection, round_: RoundKey, said: Iterable[Mapping[str, str]]
) -> list[dict[str, str]]:
    """Who is let in, each with the note of the reason: that stands once, as long as it says so."""
    rows = connection.execute(
        select(admitted.c.person, note.c.key, note.c.text)
        .join(note, note.c.key == admitted.c.note)
        .where(admitted.c.round == round_)
    )
    kept = {(row.person, row.text): str(row.key) for row in rows}
    return [
        {
            "id": one["id"],
            "reason": kept.get((one["id"], one["reason"]))
            or write_note(connection, round_, one["reason"], one["id"]),
        }
        for one in said
    ]


def _relation(a: str, b: str, kind: str) -> object:
    return frozenset((a, b)), kind


def in_notes(
    connection: Connection, round_: RoundKey, content: Mapping[str, Any]
) -> dict[str, Any]:
    """A kept value, people by key, with the key of a note for each text that somebody typed."""
    kept = notes_of_relations(connection, round_)
    given = content["given"]
    relations = [
        one | {"note": kept.get(_relation(one["a"], one["b"], one["kind"]), "")}
        for one in given["relations"]
    ]
    overrides = [
        one | {part: write_note(connection, round_, one[part], one["person"]) for part in TYPED}
        for one in content["overrides"]
    ]
    let_in = _of_admitted(connection, round_, content["admitted"])
    smaller = [
        one | {"reason": write_note(connection, round_, one["reason"], "")}
        for one in content["smaller"]
    ]
    return {
        **content,
        "overrides": overrides,
        "admitted": let_in,
        "smaller": smaller,
        "given": {**given, "relations": relations},
    }


def out_of_notes(connection: Connection, content: Mapping[str, Any]) -> dict[str, Any]:
    """The texts again; "" where a note has gone."""
    given, overrides = content["given"], content["overrides"]
    let_in = content.get("admitted", ())  # an older release let nobody in
    keys = [one["note"] for one in given["relations"]]
    keys += [one[part] for one in overrides for part in TYPED]
    smaller = content.get("smaller", ())
    keys += [one["reason"] for one in (*let_in, *smaller)]
    texts = texts_of(connection, keys)
    relations = [one | {"note": texts.get(one["note"], "")} for one in given["relations"]]
    said = [one | {part: texts.get(one[part], "") for part in TYPED} for one in overrides]
    return {
        **content,
        "overrides": said,
        "admitted": [one | {"reason": texts.get(one["reason"], "")} for one in let_in],
        "smaller": [one | {"reason": texts.get(one["reason"], "")} for one in smaller],
        "given": {**given, "relations": relations},
    }
