"""The board of a kept proposal, as all acts on it left it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.played import played
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.kept_people import Keys, keys_in
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import READERS
from cohorts.rounds.steps import Steps, steps_in
from cohorts.store.canonical import sha256
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store

MOST = 200
"""Boards that a process keeps: of the last steps of some proposals."""
_PLAYED: LastFew[Board] = LastFew(MOST)


@dataclass(frozen=True, eq=False)
class KeptBoard:
    """``board``: with every step that stands; ``revision``: what a save must have seen.

    ``changed``: a step stands. ``can_undo``, ``can_redo``: there is one to take back, or to do
    again.
    """

    board: Board
    revision: int
    changed: bool
    can_undo: bool = False
    can_redo: bool = False


def object_of(proposal: ProposalKey) -> str:
    """What the acts on its board change."""
    return f"board:{proposal}"


def board_of(store: Store, actor: Actor, round_: RoundKey, proposal: ProposalKey) -> KeptBoard:
    """The board of a proposal, with what was done on it done. Raises RefusedError."""
    begun = proposal_of(store, actor, round_, proposal)
    with look(store, actor, round_, may=READERS) as connection:
        return board_in(connection, round_, proposal, begun, store.url)


def board_in(
    connection: Connection, round_: RoundKey, proposal: ProposalKey, begun: Proposal, url: str
) -> KeptBoard:
    """The same where the role was checked, of the proposal as it was opened."""
    steps = steps_in(connection, proposal)
    board = _board(f"{url} {proposal} {id(begun)}", begun, steps, keys_in(connection, round_))
    stands = bool(steps.standing)
    revision = revision_of(connection, round_, object_of(proposal))
    return KeptBoard(board, revision, stands, stands, bool(steps.undone))


def _board(place: str, begun: Proposal, steps: Steps, keys: Keys) -> Board:
    """From the longest row of steps on that was played before."""
    texts = [place]
    for one in steps.standing:
        texts.append(sha256(f"{texts[-1]} {one.text}"))
    for done in range(len(texts) - 1, -1, -1):
        board = _PLAYED.known(texts[done])
        if board is not None and board.begun is begun:
            break
    else:
        board, done = Board.of(begun), 0
        _PLAYED.keep(texts[0], board)
    for text, step in zip(texts[done + 1 :], steps.standing[done:], strict=True):
        board = played(board, step, keys.ids.get)
        _PLAYED.keep(text, board)
    return board
