"""Sends what waits: each letter once, and of each it is known whether it went."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from threading import Event

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.posting.claim import claim, settle
from cohorts.rounds.posting.handing_over import Counter, Fault, ShutError
from cohorts.rounds.posting.mail_rows import MailRow, State, mail_in
from cohorts.rounds.posting.post_office import PostOffice, post_office_needed
from cohorts.rounds.posting.written import message
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import Key, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Run:
    """What came of it: how many are each state now, of those that waited.

    ``fault``: why no letter could be handed over (any more): the others still wait.
    """

    counts: dict[State, int]
    fault: Fault | None = None

    def of(self, state: State) -> int:
        """How many."""
        return self.counts.get(state, 0)


def send_waiting(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    *,
    only: Callable[[], Collection[Key]] | None = None,
    on_each: Callable[[int, int], None] = lambda _done, _of: None,
    stop: Event | None = None,
) -> Run:
    """Each letter that waits is tried once, also one that came meanwhile.

    ``only``: of these, by key, asked anew at each look; None: whatever waits. Two who do this at
    once send no letter twice. ``on_each``: is told after each letter, how many of how many. Once
    ``stop`` is set, what was not begun waits. Raises RefusedError where it is not theirs to do, no
    mail server is named or a tie keeps them from whom a letter is to.
    """
    waiting = _waiting(store, actor, round_, only)
    office = post_office_needed()
    became: Tally[State] = Tally()
    tried: set[Key] = set()
    with closing(Counter(office)) as counter:
        sender = _Sender(store, actor, round_, office, counter)
        while waiting:
            count = len(tried) + len(waiting)
            for one in waiting:
                if stop is not None and stop.is_set():
                    return Run(dict(became))
                try:
                    counter.unlock()
                except ShutError as shut:
                    return Run(dict(became), shut.fault)
                state = sender.sent(one.key)
                if state is not None:
                    became[state] += 1
                tried.add(one.key)
                on_each(len(tried), count)
            found = _waiting(store, actor, round_, only)
            waiting = [one for one in found if one.key not in tried]
    return Run(dict(became))


def _waiting(
    store: Store, actor: Actor, round_: RoundKey, only: Callable[[], Collection[Key]] | None
) -> list[MailRow]:
    chosen = None if only is None else only()
    with look(store, actor, round_, may=ORGANISERS) as connection:
        found = [
            one
            for one in mail_in(connection, round_)
            if one.state is State.WAITING and (chosen is None or one.key in chosen)
        ]
        whom = {one.person for one in found if one.person is not None}
        check_not_tied(connection, round_, actor, whom)
        return found


@dataclass(frozen=True)
class _Sender:
    store: Store
    actor: Actor
    round: RoundKey
    office: PostOffice
    counter: Counter

    def sent(self, key: Key) -> State | None:
        """None: somebody else has it, or there is nothing to send any more."""
        one = claim(self.store, self.actor, self.round, key)
        if one is None or one.written is None:
            return None
        letter = message(self.office, one.key, one.at, one.written)
        answer = self.counter.hand_over(letter, one.written.to)
        return settle(self.store, self.actor, self.round, one, answer)
