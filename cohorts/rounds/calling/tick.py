"""Something that a programme wants done of each is ticked off of one, or no longer."""

from __future__ import annotations

from sqlalchemy import delete, insert

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.calling.known_there import check_may_write
from cohorts.rounds.calling.ticks_asked import OBJECT, asked_in, called_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import ticked as table


def tick(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    person: PersonKey,
    name: str,
    *,
    on: bool,
    seen: int | None = None,
) -> int:
    """``name``: one that is asked. Gives the revision.

    Raises InputError for another name, and for who is not of the round; RefusedError, StaleError.
    """
    with act(
        store, actor, round_, "ticks.tick", may=ORGANISERS, object_=OBJECT, seen=seen
    ) as doing:
        check_may_write(doing, person)
        if name not in asked_in(doing.connection, round_):
            raise InputError(Problem("calling.no_tick"))
        kept = called_in(doing.connection, round_, name)
        # what an earlier release kept as it was typed goes with it
        names = table.c.name.in_({kept, name})
        here = (table.c.round == round_, table.c.person == person, names)
        doing.connection.execute(delete(table).where(*here))
        row = {"round": round_, "person": person, "name": kept, "on": on}
        doing.connection.execute(insert(table), row | {"at": now(), "by": actor.key})
        doing.about(person)
        doing.say({"tick": kept, "on": on}, person)
        return doing.revision
