"""What happened in a round since some time; nothing by which to see who votes when, meanwhile."""

from __future__ import annotations

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.happened import Happened, happened
from cohorts.rounds.life.while_voting import UNTIL_CLOSED, unnumbered, voting_since
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event


def events_since(
    store: Store, actor: Actor, round_: RoundKey, at: str | None = None
) -> tuple[Happened, ...]:
    """The events after ``at`` (None: all), the oldest first.

    What members do on their ballots is left out until the votes of that stage are closed, and so
    are the numbers between which it stands.
    Raises RefusedError where the round is not theirs to see.
    """
    with look(store, actor, round_, may=READERS) as connection:
        here = [event.c.at > (at or "")]
        voting = voting_since(connection, round_)
        if voting is not None:
            here.append(event.c.act.not_in(UNTIL_CLOSED) | (event.c.at < voting))
        return unnumbered(happened(connection, round_, *here), voting)
