"""Whether whoever has no place waits in a circle in preparation, by the programme of a round."""

from __future__ import annotations

import json

from sqlalchemy import select

from cohorts.programme.programme import load_programme
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.programme_rows import WHOLE
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import programme as programme_table
from cohorts.store.tables import round_ as round_table


def has_circles(store: Store, actor: Actor, round_: RoundKey) -> bool:
    """Of the programme that was chosen last. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        digest = setting_in(connection, round_, WHOLE)
        if digest is None:
            preset = select(round_table.c.preset).where(round_table.c.key == round_)
            return load_programme(connection.scalars(preset).one()).groups.circles
        value = select(programme_table.c.value).where(programme_table.c.digest == digest)
        groups = json.loads(connection.scalars(value).one())["groups"]
        return bool(groups.get("circles"))
