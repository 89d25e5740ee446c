"""Who takes part although a condition says no, in the store: a key, and the reason in a note."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import Acting
from cohorts.rounds.asking.naming import key_of, present_in
from cohorts.rounds.people.kept_people import KeptPeople, Keys
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, RoundKey, new_key
from cohorts.store.tables import admitted as table
from cohorts.store.tables import note


def admitted_in(
    connection: Connection, round_: RoundKey, people: KeptPeople
) -> Mapping[ApplicantId, str]:
    """Of these people, each with the reason."""
    present = present_in(people)
    rows = connection.execute(
        select(table.c.person, note.c.text)
        .join(note, note.c.key == table.c.note)
        .where(table.c.round == round_)
        .order_by(table.c.at, table.c.person)
    )
    return {present[row.person]: row.text for row in rows if row.person in present}


def keep_admitted(doing: Acting, reasons: Mapping[ApplicantId, str], keys: Keys) -> None:
    """Instead of those that were there. Raises InputError for somebody not in the round."""
    doing.connection.execute(delete(table).where(table.c.round == doing.round))
    for who, reason in reasons.items():
        write_admitted(doing, key_of(who, keys), reason)


def write_admitted(doing: Acting, person: PersonKey, reason: str) -> None:
    """One more; the note stays when they are taken back, for a proposal may tell it."""
    key = new_key()
    noted = {"key": key, "round": doing.round, "person": person, "text": reason}
    doing.connection.execute(insert(note), noted)
    row = {"round": doing.round, "person": person, "note": key}
    doing.connection.execute(insert(table), row | {"at": now(), "by": doing.actor.key})
