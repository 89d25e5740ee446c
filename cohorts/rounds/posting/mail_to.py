"""What was mailed to one person, and how far it is; without its words."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.posting.mail_rows import State, mail_in
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Mailed:
    """``at``: when it was sent, or else put in the queue; ``to``: "" where it was erased."""

    state: State
    at: str
    to: str
    subject: str


def mail_to(store: Store, actor: Actor, round_: RoundKey, person: PersonKey) -> tuple[Mailed, ...]:
    """The newest last. Raises RefusedError where a tie keeps them from this person."""
    with look(store, actor, round_, may=READERS) as connection:
        check_not_tied(connection, round_, actor, {person})
        return tuple(
            Mailed(
                one.state,
                one.began or one.at,
                one.written.to if one.written else "",
                one.written.subject if one.written else "",
            )
            for one in mail_in(connection, round_)
            if one.person == person
        )
