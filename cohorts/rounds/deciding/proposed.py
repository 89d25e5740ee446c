"""What stands of a proposal when it is decided on, and of what it was made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.errors import Problem, RefusedError
from cohorts.hands.board import Board
from cohorts.round.overrides import OpenBreach
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.kept_board import board_of
from cohorts.rounds.deciding.deviation import Deviation, deviation_of, seats_of
from cohorts.rounds.proposing.heads import ProposalHead, heads_of
from cohorts.rounds.proposing.keep import BY_HAND
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True, eq=False)
class Proposed:
    """One of them.

    ``computed``: the head of what it was made from by hand, itself where nobody did.
    ``board_ahead``: on its board people sit elsewhere, and no proposal was kept of that;
    ``board_revision``: of the board that was looked at.
    """

    head: ProposalHead
    proposal: Proposal
    computed: ProposalHead
    deviation: Deviation
    open_breaches: tuple[OpenBreach, ...]
    board_ahead: bool
    board_revision: int

    @property
    def on_board(self) -> bool:
        """Whether what is lacking is done on its board, and only to be kept."""
        return self.board_ahead and self.head.board_fits


def proposed(store: Store, actor: Actor, round_: RoundKey, proposal: ProposalKey) -> Proposed:
    """One proposal, with what a person must know to sign it. Raises RefusedError."""
    heads = heads_of(store, actor, round_)
    head = head_of(heads, proposal)
    computed = by_hand_from(heads, head)[0]
    made = proposal_of(store, actor, round_, proposal)
    begun = made if computed is head else proposal_of(store, actor, round_, computed.key)
    deviation = deviation_of(begun, made, len(heads))
    board = board_of(store, actor, round_, proposal)
    return Proposed(
        head,
        made,
        computed,
        deviation,
        board.board.first.open_breaches(),
        _is_ahead(board.board, heads, head, made),
        board.revision,
    )


def _is_ahead(
    board: Board, heads: Sequence[ProposalHead], head: ProposalHead, made: Proposal
) -> bool:
    kept = any(one.before == head.key and one.made in BY_HAND for one in heads)
    now = {a.id: number for number, group in board.groups.items() for a in group}
    then = {who: group for who, group in seats_of(made).items() if group is not None}
    return now != then and not kept


def head_of(heads: Sequence[ProposalHead], proposal: ProposalKey) -> ProposalHead:
    """Raises RefusedError where there is none."""
    found = next((head for head in heads if head.key == proposal), None)
    if found is None:
        raise RefusedError(Problem("deciding.no_such"))
    return found


def by_hand_from(heads: Sequence[ProposalHead], head: ProposalHead) -> tuple[ProposalHead, ...]:
    """From what was computed, over every board that was kept, to ``head`` itself."""
    of = {one.key: one for one in heads}
    line = [head]
    while line[0].made in BY_HAND and line[0].before in of:
        line.insert(0, of[line[0].before])
    return tuple(line)
