"""Somebody who was let in is held to the conditions again."""

from __future__ import annotations

from sqlalchemy import delete

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import admitted as table


def let_in_no_more(
    store: Store, actor: Actor, round_: RoundKey, person: PersonKey, *, seen: int | None = None
) -> int:
    """Gives the revision of what is asked; proposals that count on them tell the reason still.

    Raises InputError where nobody let them in; RefusedError for whoever a tie keeps from them;
    StaleError.
    """
    name = "asked.let_in_no_more"
    with act(store, actor, round_, name, may=ORGANISERS, object_=ASKED, seen=seen) as doing:
        check_not_tied(doing.connection, round_, actor, {person})
        here = (table.c.round == round_, table.c.person == person)
        if not doing.connection.execute(delete(table).where(*here)).rowcount:
            raise InputError(Problem("admitting.not_let_in"))
        doing.about(person)
        return doing.revision
