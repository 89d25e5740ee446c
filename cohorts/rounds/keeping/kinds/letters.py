"""Letters: their words and addresses as they were sent by mail, and those changed by hand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from cohorts.rounds.act import Acting
from cohorts.rounds.keeping.kind import Item, Kind, ended_at
from cohorts.rounds.posting.mail_rows import State, mail_in
from cohorts.store.keys import RoundKey
from cohorts.store.tables import letter_text, mail, note

UNDER_WAY = (State.WAITING, State.SENDING)
WENT = (State.SENT, State.UNSURE)


def _found(connection: Connection, round_: RoundKey) -> Sequence[Item]:
    """By the key of the note in which the words stand.

    What was written by hand: since it went by mail. Where it waits to go it stays, and where no
    mail knows of it, it was taken along as a file: since the decision.
    """
    posted = mail_in(connection, round_)
    found = [
        Item(one.note, one.began or one.at)
        for one in posted
        if one.note and one.state not in UNDER_WAY
    ]
    went = {(one.person, one.about): one.began for one in posted if one.state in WENT}
    waits = {(one.person, one.about) for one in posted if one.state in UNDER_WAY}
    ended = ended_at(connection, round_)
    by_hand = connection.execute(select(letter_text).where(letter_text.c.round == round_))
    found += [
        Item(row.note, max(row.at, went.get((row.person, row.about)) or ended))
        for row in by_hand
        if (row.person, row.about) in went or (row.person, row.about) not in waits
    ]
    return found


def _erase(doing: Acting, notes: Sequence[str]) -> None:
    of = doing.connection
    of.execute(update(mail).where(mail.c.note.in_(notes)).values(note=None))
    of.execute(delete(letter_text).where(letter_text.c.note.in_(notes)))
    of.execute(delete(note).where(note.c.key.in_(notes)))


LETTERS = Kind("letters", 365, _found, _erase)
