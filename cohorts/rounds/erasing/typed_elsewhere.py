"""What somebody typed that stands in no note: the name of a round, and what older releases kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, select

from cohorts.programme.ticked_off import USUAL
from cohorts.store.erased_texts import (
    ROUND,
    SAID,
    SETTING,
    TICKED,
    TYPED_ABOUT,
    TYPED_ACTS,
    called,
    may_be_gone,
)
from cohorts.store.keys import Key, RoundKey
from cohorts.store.tables import event, round_, said, setting, ticked

OF_LETTERS = tuple(
    called(SETTING, name) for name in ("contact", "first_meeting", "remedy", "ticks")
)
"""Settings that an earlier release kept as they were typed."""
OUR_OWN = called(SETTING, "accountable")
"""Who answers for the data: kept as it was typed, and longer than anybody in it."""


def settings_typed(connection: Connection, in_round: RoundKey) -> Iterator[tuple[Key, str]]:
    """Each setting of which the text stands in it, and the name of the round: place and text."""
    name = connection.scalars(select(round_.c.name).where(round_.c.key == in_round)).one()
    yield Key(ROUND), name
    query = select(setting.c.name, setting.c.value).where(setting.c.round == in_round)
    for row in connection.execute(query.order_by(setting.c.name)):
        if (place := called(SETTING, row.name)) in (*OF_LETTERS, OUR_OWN):
            yield Key(place), ", ".join(filter(None, texts(json.loads(row.value))))


def log_typed(
    connection: Connection, in_round: RoundKey, names: Callable[[str], bool]
) -> Iterator[Key]:
    """The parts of what the log says that are somebody's words, and for whose text this holds."""
    same = (event.c.chain == said.c.chain) & (event.c.number == said.c.number)
    here = said.c.chain == in_round, event.c.act.in_(TYPED_ACTS | TYPED_ABOUT)
    query = select(said, event.c.act).join(event, same).where(*here)
    for row in connection.execute(query.order_by(said.c.number, said.c.part)):
        if may_be_gone(row.act, row.person) and any(map(names, texts(json.loads(row.value)))):
            yield Key(called(SAID, row.number, row.part))


def ticks_typed(
    connection: Connection, in_round: RoundKey, names: Callable[[str], bool]
) -> Iterator[Key]:
    """What was ticked off of anybody under a name that an earlier release kept as it was typed."""
    query = select(ticked.c.person, ticked.c.at, ticked.c.name).where(ticked.c.round == in_round)
    for row in connection.execute(query.order_by(ticked.c.at, ticked.c.person)):
        if row.name not in USUAL and names(row.name):
            yield Key(called(TICKED, row.person, row.at))


def texts(value: object) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
