"""What stands on a board becomes a proposal of its own."""

from __future__ import annotations

from typing import Any

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.rounds.act import acting
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.gone import GONE
from cohorts.rounds.boarding.kept_board import KeptBoard
from cohorts.rounds.boarding.stepping import Stepping, board_seen, stepping
from cohorts.rounds.boarding.without_stopped import without_stopped
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import PROPOSALS, Made, keep
from cohorts.rounds.steps import add_step
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def keep_board(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    seen: int | None = None,
) -> ProposalKey:
    """The new proposal; the one it came out of, and its board, stay as they are.

    Whoever is pinned or has stopped here is so on its board too. Raises InputError where something
    on the board is off without a reason, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.keep", seen=seen)
    made = as_it_stands(kept, people_then(store, actor, round_, proposal))
    with stepping("board.keep", store, actor, round_, proposal, was=kept) as on:
        return kept_from(on, made, Made.BOARD)


def people_then(store: Store, actor: Actor, round_: RoundKey, proposal: ProposalKey) -> KeptPeople:
    """The people of the version that a proposal was made of. Raises RefusedError."""
    head = next(one for one in heads_of(store, actor, round_) if one.key == proposal)
    return people_of(store, actor, round_, head.version)


def as_it_stands(kept: KeptBoard, then: KeptPeople) -> Proposal:
    """What is on the board; ``then``: of the version it was made of. Raises InputError."""
    board = kept.board
    if board.can_mend:
        raise InputError(Problem("boarding.not_fitting"))
    return without_stopped(board.proposal(), board.now.stopped, then.applicants)


def kept_from(on: Stepping, made: Proposal, how: Made, **facts: Any) -> ProposalKey:
    """Kept within the act, with whoever is pinned or has stopped; ``facts``: what the event says.

    Raises RefusedError.
    """
    doing, board = on.doing, on.was.board
    with acting(
        doing.connection, doing.actor, doing.round, "proposals.keep", object_=PROPOSALS
    ) as keeping:
        key = keep(keeping, made, made=how, before=on.proposal)
        keeping.say({"proposals": [key], "made": how.value, "number": 1})
    fixed = {seat[0] for r in board.programme.rules if (seat := r.fixed_seat(board.begun.round))}
    for kind, people, more in (
        ("leave", board.now.stopped, {GONE: True}),
        ("pin", board.pinned - fixed, {}),
    ):
        for person in sorted(people):
            add_step(doing, key, kind, {"people": [on.key_of(person)], **more})
    doing.say({"proposal": key, **facts})
    return key
