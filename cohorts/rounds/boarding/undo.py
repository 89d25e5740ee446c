"""The last step on a board is taken back: exactly one act."""

from __future__ import annotations

from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.turn_step import turn
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def undo(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    seen: int | None = None,
) -> int:
    """Gives the revision of the board.

    Raises InputError where there is none, RefusedError, StaleError.
    """
    return turn("undo", store, actor, round_, proposal, undone=True, seen=seen)
