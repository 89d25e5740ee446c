"""Who said on the telephone that they do not take part: until somebody takes them out of the round.

Nothing goes to them as if they did.
"""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.rounds.actor import Actor
from cohorts.rounds.calling.calls_of import Called, calls_in, calls_of
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

LEAVING = frozenset({Called.NO, Called.STOPPED})


def leaving_of(store: Store, actor: Actor, round_: RoundKey) -> frozenset[PersonKey]:
    """By their last call, also who is out of the round by now.

    Without those whom a tie of whoever looks keeps them from. Raises RefusedError.
    """
    calls = calls_of(store, actor, round_)
    return frozenset(who for who, each in calls.items() if each[-1].state in LEAVING)


def leaving_in(connection: Connection, round_: RoundKey) -> frozenset[PersonKey]:
    """All of them, where the role was checked."""
    last = {one.person: one.state for one in calls_in(connection, round_)}
    return frozenset(who for who, state in last.items() if state in LEAVING)
