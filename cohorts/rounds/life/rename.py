"""Another name for a round."""

from __future__ import annotations

from sqlalchemy import update

from cohorts.rounds.accounts.staff_name import one_line
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.new_round import OBJECT
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.typed_note import told
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table


def rename(
    store: Store, actor: Actor, round_: RoundKey, name: str, *, seen: int | None = None
) -> None:
    """From now on. Raises InputError where it cannot be a name; as :func:`act` does."""
    with act(
        store, actor, round_, "round.rename", may=ORGANISERS, object_=OBJECT, seen=seen
    ) as doing:
        called = one_line(name)
        here = round_table.c.key == round_
        doing.connection.execute(update(round_table).where(here).values(name=called))
        doing.say({"name": told(doing.connection, round_, called)})
