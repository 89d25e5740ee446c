"""Somebody has stopped: they leave the board, and what is asked of the round."""

from __future__ import annotations

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.gone import set_gone
from cohorts.rounds.boarding.stepping import board_seen, stepping
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def leave(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    person: ApplicantId,
    *,
    seen: int | None = None,
) -> int:
    """They get no place any more, in no composition of this round. Gives the board's revision.

    Raises InputError, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.leave", seen=seen)
    kept.board.leave(person)
    with stepping(store, actor, round_, proposal, "board.leave", was=kept) as on:
        on.step("leave", person)
        set_gone(on.doing, store, on.keys.of[person], gone=True)
        return on.doing.revision
