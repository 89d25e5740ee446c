"""Who comes of whom was decided on: the groups without those who stopped since."""

from __future__ import annotations

from dataclasses import replace

from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.since_decided import left_since
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def still_coming(store: Store, actor: Actor, round_: RoundKey, decided: ProposalHead) -> Proposal:
    """The proposal that was signed, itself where nobody left it; else reckoned anew without them.

    For what is handed out at the door; the decision stays what it is. Raises RefusedError.
    """
    made = proposal_of(store, actor, round_, decided.key)
    left = left_since(store, actor, round_, decided)
    if not left:
        return made
    ids = people_of(store, actor, round_, decided.version).keys.ids
    board = Board.of(made)
    for one in left:
        board = board.leave(ids[one])
    # nobody was moved for it: what was said of how it was made stays true
    return replace(board.proposal(), by_hand=made.by_hand, repaired=made.repaired)
