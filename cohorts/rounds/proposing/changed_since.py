"""What happened to the people, and to what is asked, since a proposal was made of them."""

from __future__ import annotations

from sqlalchemy import select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.happened import Happened, happened
from cohorts.rounds.people.kept_people import OBJECT as PEOPLE
from cohorts.rounds.proposing.emptied import emptied
from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.rounds.roles import READERS
from cohorts.store.erasing import ACT as ERASE
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event, version


def changed_since(
    store: Store, actor: Actor, round_: RoundKey, head: ProposalHead
) -> tuple[Happened, ...]:
    """Each event that makes it out of date, the oldest first. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        asked = happened(connection, round_, event.c.object == ASKED, event.c.revision > head.asked)
        later = select(version.c.at).where(
            version.c.round == round_, version.c.number > head.version
        )
        times = connection.scalars(later.order_by(version.c.number)).all()
        acts = (
            happened(connection, round_, event.c.object == PEOPLE, event.c.at >= times[0])
            if (times)
            else ()
        )
        erased = happened(connection, round_, event.c.act == ERASE)
        seats = emptied(connection, round_).get(head.key, {}).values()
    gone = {who for members in seats for who in members}
    # the act that made a version is written right after it
    made = [next((one for one in acts if one.at >= at), None) for at in times]
    people = {one.number: one for one in made if one is not None}
    people |= {one.number: one for one in erased if gone & set(one.about)}
    found = [*asked, *people.values()]
    return tuple(sorted(found, key=lambda one: one.number))
