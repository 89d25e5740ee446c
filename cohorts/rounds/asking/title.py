"""What the programme of a round is called."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import select

from cohorts.programme.programme import load_programme
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.programme_rows import WHOLE
from cohorts.rounds.asking.setting_rows import setting_in
from cohorts.rounds.roles import EVERYBODY
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import programme as programme_table
from cohorts.store.tables import round_ as round_table


def title_of(store: Store, actor: Actor, round_: RoundKey) -> Mapping[str, str]:
    """Language → title, as far as it has one in it: of the programme that was chosen last.

    Raises RefusedError where the round is not theirs to see.
    """
    with look(store, actor, round_, may=EVERYBODY) as connection:
        digest = setting_in(connection, round_, WHOLE)
        if digest is None:
            preset = select(round_table.c.preset).where(round_table.c.key == round_)
            title = load_programme(connection.scalars(preset).one()).title
            return {language.value: text for language, text in title.items()}
        value = select(programme_table.c.value).where(programme_table.c.digest == digest)
        found: Mapping[str, str] = json.loads(connection.scalars(value).one())["title"]
        return found
