"""What was mailed to one person, and how far it is; with the words that went."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.posting.mail_rows import MAY_BE_THERE, MailRow, State, mail_in
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Mailed:
    """``at``: when it was sent, or else put in the queue; ``to``: "" where it was erased.

    ``text``: as it went, or may have gone; "" of one that is still here.
    """

    state: State
    at: str
    to: str
    subject: str
    text: str


def mail_to(store: Store, actor: Actor, round_: RoundKey, person: PersonKey) -> tuple[Mailed, ...]:
    """The newest last. Raises RefusedError where a tie keeps them from this person."""
    with look(store, actor, round_, may=READERS) as connection:
        check_not_tied(connection, round_, actor, {person})
        return tuple(_mailed(one) for one in mail_in(connection, round_) if one.person == person)


def _mailed(one: MailRow) -> Mailed:
    at, written = one.began or one.at, one.written
    if written is None:
        return Mailed(one.state, at, "", "", "")
    text = written.text if one.state in MAY_BE_THERE else ""
    return Mailed(one.state, at, written.to, written.subject, text)
