"""Letters: their words and addresses as they were sent by mail, and those changed by hand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from cohorts.rounds.act import Acting
from cohorts.rounds.keeping.kind import Item, Kind
from cohorts.rounds.posting.mail_rows import State, mail_in
from cohorts.store.keys import RoundKey
from cohorts.store.tables import letter_text, mail, note

UNDER_WAY = (State.WAITING, State.SENDING)
WENT = (State.SENT, State.UNSURE)


def _found(connection: Connection, round_: RoundKey) -> Sequence[Item]:
    """By the key of the note in which the words stand.

    What was written by hand and did not go yet, stays.
    """
    posted = mail_in(connection, round_)
    found = [
        Item(one.note, one.began or one.at)
        for one in posted
        if one.note and one.state not in UNDER_WAY
    ]
    went = {(one.person, one.about): one.began for one in posted if one.state in WENT}
    by_hand = connection.execute(select(letter_text).where(letter_text.c.round == round_))
    found += [
        Item(row.note, max(row.at, began))
        for row in by_hand
        if (began := went.get((row.person, row.about)))
    ]
    return found


def _erase(doing: Acting, notes: Sequence[str]) -> None:
    of = doing.connection
    of.execute(update(mail).where(mail.c.note.in_(notes)).values(note=None))
    of.execute(delete(letter_text).where(letter_text.c.note.in_(notes)))
    of.execute(delete(note).where(note.c.key.in_(notes)))


LETTERS = Kind("letters", 365, _found, _erase)
