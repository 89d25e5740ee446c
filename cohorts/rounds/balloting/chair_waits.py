"""Whether something waits for whoever presides: a tie to rule on or to see, or the second turn."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.close_votes import all_sent
from cohorts.rounds.interests.told_ties import told_ties
from cohorts.rounds.judging.second_given_up import second_to_come
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_in
from cohorts.rounds.members.presiding import PRESIDES, presiding
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

UNDER_WAY = (Phase.INTERESTS, Phase.JUDGING, Phase.TALKING, Phase.CLOSED)


def chair_waits(store: Store, actor: Actor, round_: RoundKey) -> bool:
    """Of what is theirs alone: for a deputy, where the chair may not. Never what anybody voted.

    Raises RefusedError for who is neither chair nor deputy.
    """
    with look(store, actor, round_, may=PRESIDES) as connection:
        heads = [one for one in stages_in(connection, round_) if one.phase in UNDER_WAY]
        acts = actor.key in {one.key for one in presiding(connection, round_)}
        if acts and any(_turn_waits(connection, round_, one) for one in heads):
            return True
    lists = (told_ties(store, actor, round_, one.key) for one in heads)
    return any(one.unseen or any(tie.waits for tie in one.ties) for one in lists)


def _turn_waits(connection: Connection, round_: RoundKey, head: StageHead) -> bool:
    """The first is over, or it was talked over."""
    if head.phase is not Phase.JUDGING:
        return head.phase is Phase.TALKING
    over = not head.is_open or all_sent(connection, round_, head)
    return over and second_to_come(connection, round_, head)
