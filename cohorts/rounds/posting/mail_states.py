"""How far each letter is, to whom; and for whom it is not known whether they have theirs."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Mapping
from dataclasses import dataclass, field

from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.posting.about import About
from cohorts.rounds.posting.heard_before import heard_before
from cohorts.rounds.posting.mail_rows import MailRow, State, mail_in
from cohorts.rounds.posting.maybe_before import maybe_before
from cohorts.rounds.posting.queue_mail import MAIL
from cohorts.rounds.roles import READERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class MailStates:
    """Of one decision or stage. ``revision``: of all mail, for who puts more in the queue.

    ``heard``: who has no letter about it, and was told in writing just that already; ``maybe``: the
    letter about an earlier decision by which somebody may have been.
    """

    by_person: Mapping[PersonKey, MailRow]
    revision: int
    heard: frozenset[PersonKey] = frozenset()
    maybe: Mapping[PersonKey, MailRow] = field(default_factory=dict)

    def in_state(self, state: State) -> tuple[PersonKey, ...]:
        """Who, by key."""
        return tuple(who for who, one in self.by_person.items() if one.state is state)

    @property
    def counts(self) -> Mapping[State, int]:
        """State → how many letters."""
        return Tally(one.state for one in self.by_person.values())


def mail_states(store: Store, actor: Actor, round_: RoundKey, about: About) -> MailStates:
    """Of the letters that were ever put in the queue.

    Raises RefusedError where the round is not theirs, or a tie keeps them from somebody in it.
    """
    with look(store, actor, round_, may=READERS) as connection:
        found = {
            one.person: one
            for one in mail_in(connection, round_)
            if one.about == about and one.person is not None
        }
        heard = heard_before(connection, round_, about)
        maybe = maybe_before(connection, round_, about)
        check_not_tied(connection, round_, actor, found.keys() | heard | maybe.keys())
        revision = revision_of(connection, round_, MAIL)
        return MailStates(found, revision, heard - maybe.keys(), maybe)
