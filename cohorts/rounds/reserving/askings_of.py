"""For which free places somebody was asked, whatever was decided since."""

from __future__ import annotations

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked, own_interests
from cohorts.rounds.reserving.asked_rows import Asking, asked_in
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def askings_of(
    store: Store, actor: Actor, round_: RoundKey, person: PersonKey
) -> tuple[Asking, ...]:
    """The newest last. Raises RefusedError, also where a tie keeps them from this person."""
    with look(store, actor, round_, may=READERS) as connection:
        if person in blocked(own_interests(connection, round_, actor.key)):
            raise RefusedError(Problem("rounds.not_yours"))
        return tuple(one for one in asked_in(connection, round_) if one.person == person)
