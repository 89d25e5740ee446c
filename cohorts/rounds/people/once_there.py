"""Who was in a round and is no longer: they withdrew, or a later file did not name them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.people.applicant import Applicant
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.applicant_json import applicant_of
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.people.one_person import one_of
from cohorts.rounds.people.version_rows import by_key, version_row
from cohorts.rounds.roles import READERS
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import answers


def withdrawn_of(store: Store, actor: Actor, round_: RoundKey) -> Mapping[PersonKey, Applicant]:
    """The same for whoever may read the round. Raises RefusedError for others."""
    with look(store, actor, round_, may=READERS) as connection:
        kept = people_in_store(connection, store.url, round_)
        return once_there(connection, round_, kept)


def once_there(
    connection: Connection, round_: RoundKey, here: KeptPeople
) -> Mapping[PersonKey, Applicant]:
    """Each with what was last known of them; who was erased is not among them."""
    rows = last_answers(connection, round_, here)
    said = by_key(connection, answers, [*rows.values()])
    ids = here.keys.ids
    return {
        person: applicant_of(said[row].value, ids[person])
        for person, row in rows.items()
        if row in said
    }


def last_answers(
    connection: Connection, round_: RoundKey, here: KeptPeople
) -> Mapping[PersonKey, Key]:
    """The row of what each of them last said."""
    wanted = here.keys.ids.keys() - here.rows.people.keys() - one_of(connection, round_).keys()
    found: dict[PersonKey, Key] = {}
    for number in range(here.version - 1, 0, -1):
        if wanted <= found.keys():
            break
        then = version_row(connection, round_, number).people
        found = {key: then[key] for key in wanted & then.keys()} | found
    return found
