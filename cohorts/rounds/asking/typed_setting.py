"""What stands in a round and holds what somebody typed: that is kept in notes of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import delete

from cohorts.rounds.act import Acting
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.typed_note import kept_apart, notes_in
from cohorts.store.keys import Key
from cohorts.store.tables import note

NONE: Mapping[str, Key] = MappingProxyType({})


def set_typed(
    doing: Acting,
    name: str,
    value: Any,
    *,
    known: Mapping[str, Key] = NONE,
    used: Collection[Key] = (),
) -> Any:
    """Instead of what stood there; None: nothing. Gives what the log may say of it.

    ``value``: with a :class:`Typed` wherever somebody typed; ``known``: text → its note;
    ``used``: notes that stay also where the setting no longer has them.
    """
    connection, round_ = doing.connection, doing.round
    stood = set(notes_in(setting_in(connection, round_, name)))
    kept = kept_apart(connection, round_, value, known=known)
    set_setting(connection, round_, name, kept)
    gone = stood - set(notes_in(kept)) - set(used)
    connection.execute(delete(note).where(note.c.key.in_(gone)))
    return kept
