"""Somebody who was held may be moved again."""

from __future__ import annotations

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.stepping import board_seen, stepping
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def unpin(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    person: ApplicantId,
    *,
    seen: int | None = None,
) -> int:
    """Gives the revision of the board. Raises InputError, RefusedError, StaleError."""
    kept = board_seen(store, actor, round_, proposal, "board.unpin", seen=seen)
    kept.board.unpin(person)
    with stepping(store, actor, round_, proposal, "board.unpin", was=kept) as on:
        on.step("unpin", person)
        return on.doing.revision
