"""The seat of everybody by the decision that stands, or that it has none: what they are told."""

from __future__ import annotations

from collections.abc import Mapping

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.deciding.late_in import late_in
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.proposing.seats_kept import aside_in, seats_in
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def decided_seats(store: Store, actor: Actor, round_: RoundKey) -> Mapping[PersonKey, int | None]:
    """Each who took part in it → their group; None: no place. Nobody where nothing is decided.

    Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        last = standing(decisions_in(connection, round_))
        return {} if last is None else seats_in(connection, last.proposal)


def decided_aside(store: Store, actor: Actor, round_: RoundKey) -> frozenset[PersonKey]:
    """Each who was set aside before its groups were made, and had not stopped: no place either.

    But for who said yes since: a place is looked for. Nobody where nothing is decided. Raises
    RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        last = standing(decisions_in(connection, round_))
        aside = frozenset() if last is None else aside_in(connection, last.proposal)
    if last is None or not aside:
        return frozenset()
    made = proposal_of(store, actor, round_, last.proposal)
    return aside - late_in(store, actor, round_, made)
