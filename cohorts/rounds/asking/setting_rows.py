"""What stands in a round beside its people, by name, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlalchemy import Connection, delete, insert, select

from cohorts.store.canonical import canonical
from cohorts.store.keys import RoundKey
from cohorts.store.tables import setting

Settings: TypeAlias = Mapping[str, Any]
"""Name → value, of whatever stands in a round."""


def settings_in(connection: Connection, round_: RoundKey) -> Settings:
    """All of them, asked at once."""
    query = select(setting.c.name, setting.c.value).where(setting.c.round == round_)
    return {row.name: json.loads(row.value) for row in connection.execute(query)}


def setting_in(connection: Connection, round_: RoundKey, name: str) -> Any:
    """Its value; None where there is none."""
    query = select(setting.c.value).where(setting.c.round == round_, setting.c.name == name)
    found = connection.scalar(query)
    return None if found is None else json.loads(found)


def set_setting(connection: Connection, round_: RoundKey, name: str, value: Any) -> None:
    """Instead of what stood there; None: nothing stands there any more."""
    here = (setting.c.round == round_, setting.c.name == name)
    connection.execute(delete(setting).where(*here))
    if value is not None:
        row = {"round": round_, "name": name, "value": canonical(value)}
        connection.execute(insert(setting), row)
