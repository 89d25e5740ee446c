"""A file that an input was read from: what it was called, and what reading it noticed."""

from __future__ import annotations

from collections.abc import Callable, Sized
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select

from cohorts.people.applicant import ApplicantId
from cohorts.round.remark import Remark, noticed
from cohorts.rounds.act import Acting
from cohorts.rounds.asking.setting_rows import Settings, set_setting, setting_in
from cohorts.rounds.people.applicant_json import remark_of, remark_text
from cohorts.rounds.people.kept_people import Keys
from cohorts.rounds.typed_text import visible
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, new_key
from cohorts.store.tables import note, remark

MARK = "\x1e"
"""Before the key of somebody whom a remark calls by id; no text of a file begins so."""


@dataclass(frozen=True)
class KeptFile:
    """``count``: what it said, in rows; ``at``: when it was read."""

    name: str
    count: int
    at: str
    remarks: tuple[Remark, ...]


def file_in(connection: Connection, settings: Settings, name: str, keys: Keys) -> KeptFile | None:
    """Of an input, by what stands in its round; None where it came from no file."""
    kept = settings.get(_called(name))
    if kept is None:
        return None
    called = connection.scalar(select(note.c.text).where(note.c.key == kept["note"]))
    rows = connection.execute(
        select(remark.c.key, remark.c.value).where(remark.c.key.in_(kept["remarks"]))
    )
    found = {row.key: remark_of(row.value) for row in rows}
    remarks = (_by_ids(found[key], keys) for key in kept["remarks"] if key in found)
    return KeptFile(called or "", kept["count"], kept["at"], tuple(remarks))


def keep_file(
    doing: Acting,
    name: str,
    called: str,
    read: Sized,
    keys: Keys,
    *,
    beside: KeptFile | None = None,
) -> None:
    """Instead of the file that the input came from before; ``read``: what it says.

    ``beside``: that file, where it counts as well; together they are spoken of as one.
    """
    forget_file(doing, name)
    about = new_key()
    names = [visible(called)] if beside is None else [beside.name, visible(called)]
    text = ", ".join(dict.fromkeys(filter(None, names)))
    row = {"key": about, "round": doing.round, "person": None, "text": text}
    doing.connection.execute(insert(note), row)
    remarks = [*(beside.remarks if beside else ()), *noticed(read)]
    rows = [
        {"key": new_key(), "round": doing.round, "person": None, "value": text}
        for text in (remark_text(_by_keys(one, keys)) for one in remarks)
    ]
    if rows:
        doing.connection.execute(insert(remark), rows)
    count = len(read) + (beside.count if beside else 0)
    kept = {"note": about, "remarks": [row["key"] for row in rows], "count": count, "at": now()}
    set_setting(doing.connection, doing.round, _called(name), kept)


def forget_file(doing: Acting, name: str) -> None:
    """The input comes from no file any more."""
    kept = setting_in(doing.connection, doing.round, _called(name))
    if kept is not None:
        doing.connection.execute(delete(note).where(note.c.key == kept["note"]))
        doing.connection.execute(delete(remark).where(remark.c.key.in_(kept["remarks"])))
        set_setting(doing.connection, doing.round, _called(name), None)


def _called(name: str) -> str:
    """Of the setting that says it."""
    return f"{name}.file"


def _by_keys(one: Remark, keys: Keys) -> Remark:
    """A remark that calls nobody of the round by their id."""

    def called(text: str) -> str:
        key = keys.of.get(ApplicantId(text))
        return text if key is None else f"{MARK}{key}"

    return _with_texts(one, called)


def _by_ids(one: Remark, keys: Keys) -> Remark:
    def called(text: str) -> str:
        who = PersonKey(Key(text.removeprefix(MARK)))
        return str(keys.ids[who]) if text.startswith(MARK) else text

    return _with_texts(one, called)


def _with_texts(one: Remark, of: Callable[[str], str]) -> Remark:
    """With the texts of its facts written otherwise."""
    return replace(one, facts={name: _written(fact, of) for name, fact in one.facts.items()})


def _written(fact: object, of: Callable[[str], str]) -> object:
    if isinstance(fact, str):
        return of(fact)
    return tuple(_written(part, of) for part in fact) if isinstance(fact, tuple) else fact
