"""What a decision still asks: who has not heard it, and who left it since."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.calling.who_leaves import leaving_of
from cohorts.rounds.deciding.told_of import knows, last_told, told_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.rounds.roles import READERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class SinceDecided:
    """``untold``: how many have not heard what was decided for them.

    ``left``: who has a place by it and stopped, or withdrew, as they are called; who was erased is
    counted in ``nameless``.
    """

    untold: int
    left: tuple[str, ...]
    nameless: int


def since_decided(
    store: Store, actor: Actor, round_: RoundKey, decided: ProposalHead
) -> SinceDecided:
    """``decided``: the proposal that was signed. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        seats = seats_in(connection, decided.key)
    heard = last_told(told_of(store, actor, round_))
    then = people_of(store, actor, round_, decided.version)
    left = left_since(store, actor, round_, decided)
    erased = {*then.erased}
    return SinceDecided(
        sum(who not in erased and not knows(heard, who, seat) for who, seat in seats.items()),
        tuple(sorted(then.who[who].label for who in left if who not in erased)),
        sum(who in erased for who in left),
    )


def left_since(
    store: Store, actor: Actor, round_: RoundKey, decided: ProposalHead
) -> tuple[PersonKey, ...]:
    """Who has a place by it and stopped, withdrew or was erased. Raises RefusedError.

    Also who said on the telephone that they do not come, and is in the round still.
    """
    with look(store, actor, round_, may=READERS) as connection:
        seats = seats_in(connection, decided.key)
    now = people_of(store, actor, round_)
    gone = {now.keys.of[one] for one in asked_of(store, actor, round_).given.get("gone") or ()}
    gone |= leaving_of(store, actor, round_)
    return tuple(
        who for who, group in seats.items() if group and (who in gone or who not in now.who)
    )
