"""Somebody to another group, or out."""

from __future__ import annotations

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.stepping import NONE, Reason, board_seen, excusing, stepping
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def move(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    person: ApplicantId,
    *,
    group: int | None,
    why: Reason = NONE,
    seen: int | None = None,
) -> int:
    """``group`` from 1; None: out. Gives the revision of the board.

    ``why``: where a must breaks, with the move as one act. Raises InputError, RefusedError,
    StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.move", seen=seen)
    _, excused = excusing(kept.board, kept.board.move(person, group), why)
    with stepping(store, actor, round_, proposal, "board.move", was=kept) as on:
        on.step("move", person, group=group, excused=excused, why=why)
        return on.doing.revision
