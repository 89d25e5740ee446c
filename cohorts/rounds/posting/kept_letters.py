"""Letters as somebody wrote them in place of what is made, and the language of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from cohorts.rounds.act import Acting, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.posting.about import DECISION, About
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import account, letter_text, note
from cohorts.words import Language


@dataclass(frozen=True)
class Kept:
    """``text``: "" where only the language was chosen. ``by``: a name.

    ``stale``: it was written about a decision that was opened again since, so somebody must read it
    before it may go.
    """

    text: str
    language: Language
    by: str
    at: str
    stale: bool


def kept_letters(
    store: Store, actor: Actor, round_: RoundKey, about: About
) -> Mapping[PersonKey, Kept]:
    """Of whom something was chosen or written. Raises RefusedError, also for a tie."""
    with look(store, actor, round_, may=READERS) as connection:
        found = kept_in(connection, round_, about)
        check_not_tied(connection, round_, actor, found.keys())
        return found


def kept_letter(
    store: Store, actor: Actor, round_: RoundKey, about: About, person: PersonKey
) -> Kept | None:
    """Of one person. Raises RefusedError, also for a tie with them."""
    with look(store, actor, round_, may=READERS) as connection:
        check_not_tied(connection, round_, actor, {person})
        return kept_in(connection, round_, about).get(person)


def kept_in(connection: Connection, round_: RoundKey, about: About) -> Mapping[PersonKey, Kept]:
    """The same where that was checked. What was written of an earlier decision is not lost."""
    query = (
        select(letter_text, note.c.text, account.c.name)
        .join(note, note.c.key == letter_text.c.note)
        .join(account, account.c.key == letter_text.c.by)
        .where(letter_text.c.round == round_)
        .order_by(letter_text.c.at)
    )
    found: dict[PersonKey, Kept] = {}
    of_decision = about.startswith(DECISION)
    for row in connection.execute(query):
        person, stale = PersonKey(Key(row.person)), row.about != about
        if stale and not (of_decision and row.about.startswith(DECISION)):
            continue
        if stale and person in found and not found[person].stale:
            continue
        one = Kept(row.text, Language(row.language), row.name, row.at, stale and bool(row.text))
        found[person] = one
    return found


def keep_in(doing: Acting, about: About, person: PersonKey, language: Language, text: str) -> None:
    """Within an act: in place of what was kept about this, or about an earlier decision."""
    earlier = [letter_text.c.about == about]
    if about.startswith(DECISION):
        earlier = [letter_text.c.about.startswith(DECISION)]
    here = (letter_text.c.round == doing.round, letter_text.c.person == person, *earlier)
    notes = doing.connection.scalars(select(letter_text.c.note).where(*here)).all()
    doing.connection.execute(delete(letter_text).where(*here))
    doing.connection.execute(delete(note).where(note.c.key.in_(notes)))
    key = new_key()
    typed = {"key": key, "round": doing.round, "person": person, "text": text}
    doing.connection.execute(insert(note), typed)
    row = {"round": doing.round, "person": person, "about": about, "language": language.value}
    row |= {"note": key, "at": now(), "by": doing.actor.key}
    doing.connection.execute(insert(letter_text), row)
