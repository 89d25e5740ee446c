"""Whether ties keep a stage from going on: what closing and going on refuse by, told before."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.errors import RefusedError
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import interests_in
from cohorts.rounds.interests.see_ties import check_ties_seen
from cohorts.rounds.interests.unruled import unruled
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey, stage_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class TiesWait:
    """``unruled``: how many told late are still to be ruled on; ``unseen``: the list of ties is.

    Never whose, of whom or which.
    """

    unruled: int = 0
    unseen: bool = False


def ties_wait(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> TiesWait:
    """For organiser and auditor, who is not to know earlier than they are refused by it.

    Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        head = stage_in(connection, round_, stage)
        if head.phase in (Phase.JUDGING, Phase.TALKING):
            ties = interests_in(connection, round_, head)
            return TiesWait(unruled=len(unruled(connection, round_, head, ties)))
        if head.phase is Phase.CLOSED:
            return TiesWait(unseen=_unseen(connection, store.url, round_, head))
        return TiesWait()


def _unseen(connection: Connection, url: str, round_: RoundKey, head: StageHead) -> bool:
    try:
        check_ties_seen(connection, round_, head, people_in_store(connection, url, round_))
    except RefusedError:
        return True
    return False
