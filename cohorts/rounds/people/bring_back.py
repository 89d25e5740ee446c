"""Brings somebody back who withdrew; by hand, whatever a later file says."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.kept_people import OBJECT, people_in_store
from cohorts.rounds.people.once_there import last_answers
from cohorts.rounds.people.typed import THERE, There, keep_typed
from cohorts.rounds.people.version_rows import write_version
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def bring_back(
    store: Store, actor: Actor, round_: RoundKey, person: PersonKey, *, seen: int | None = None
) -> None:
    """With what was last known of them. Raises InputError for whoever was never there."""
    with look(store, actor, round_, may=READERS) as connection:
        kept = people_in_store(connection, store.url, round_)
        last = last_answers(connection, round_, kept)
    if person not in last:
        raise InputError(Problem("people.never_there"))
    based_on = kept.revision if seen is None else seen
    with act(
        store, actor, round_, "people.bring_back", may=ORGANISERS, object_=OBJECT, seen=based_on
    ) as doing:
        keep_typed(doing, person, {THERE: There.HERE.value})
        people = {**kept.rows.people, person: last[person]}
        write_version(doing, people, kept.rows.remarks, kept.rows.upload)
        doing.about(person)
        doing.say({"there": There.HERE}, person)
