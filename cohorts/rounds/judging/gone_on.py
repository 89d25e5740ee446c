"""Who went on after a stage, as it was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.rounds.judging.stage_head import StageKey, stages_in
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import note, passed


@dataclass(frozen=True)
class GoneOn:
    """``why``: the word of what decided; ``reason``: where people decided otherwise."""

    on: bool
    why: str
    reason: str


def gone_on_in(connection: Connection, stage: StageKey) -> Mapping[PersonKey, GoneOn]:
    """Of everybody who came to a stage that is decided; empty before that."""
    query = (
        select(passed.c.person, passed.c.on, passed.c.why, note.c.text)
        .outerjoin(note, note.c.key == passed.c.note)
        .where(passed.c.stage == stage)
        .order_by(passed.c.person)
    )
    return {
        PersonKey(Key(row.person)): GoneOn(row.on, row.why, row.text or "")
        for row in connection.execute(query)
    }


def left_out_in(connection: Connection, round_: RoundKey) -> Mapping[PersonKey, str]:
    """Of whom people left out: the reason, of the first stage in which they did."""
    found: dict[PersonKey, str] = {}
    for head in stages_in(connection, round_):
        for who, one in gone_on_in(connection, head.key).items():
            if not one.on and one.reason:
                found.setdefault(who, one.reason)
    return found
