"""Somebody withdraws; by hand, whatever a later file says."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.kept_people import OBJECT, people_of
from cohorts.rounds.people.typed import THERE, There, keep_typed
from cohorts.rounds.people.version_rows import write_version
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def withdraw(
    store: Store, actor: Actor, round_: RoundKey, person: PersonKey, *, seen: int | None = None
) -> None:
    """Raises InputError for whoever is not in the round."""
    kept = people_of(store, actor, round_)
    if person not in kept.who:
        raise InputError(Problem("people.not_there"))
    based_on = kept.revision if seen is None else seen
    with act(
        store, actor, round_, "people.withdraw", may=ORGANISERS, object_=OBJECT, seen=based_on
    ) as doing:
        keep_typed(doing, person, {THERE: There.WITHDRAWN.value})
        people = {key: row for key, row in kept.rows.people.items() if key != person}
        write_version(doing, people, kept.rows.remarks, kept.rows.upload)
        doing.about(person)
        doing.say({"there": There.WITHDRAWN}, person)
