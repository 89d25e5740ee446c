"""One relation less between two people of a round."""

from __future__ import annotations

from sqlalchemy import delete, select

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import note, relation


def drop_relation(
    store: Store, actor: Actor, round_: RoundKey, number: int, *, seen: int | None = None
) -> int:
    """The relation of this number goes, with what was noted of it. Gives the revision.

    Raises InputError where it is no longer there, RefusedError where a tie keeps them from one of
    the two.
    """
    name = "asked.drop_relation"
    with act(store, actor, round_, name, may=ORGANISERS, object_=ASKED, seen=seen) as doing:
        here = (relation.c.round == round_, relation.c.number == number)
        row = doing.connection.execute(select(relation).where(*here)).one_or_none()
        if row is None:
            raise InputError(Problem("asking.gone_relation"))
        people = [PersonKey(Key(one)) for one in (row.a, row.b)]
        check_not_tied(doing.connection, round_, actor, people)
        doing.connection.execute(delete(relation).where(*here))
        if row.note is not None:
            doing.connection.execute(delete(note).where(note.c.key == row.note))
        doing.about(*people)
        return doing.revision
