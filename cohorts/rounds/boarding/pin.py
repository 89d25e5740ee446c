"""Somebody is held where they sit."""

from __future__ import annotations

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.stepping import board_seen, stepping
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def pin(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    person: ApplicantId,
    *,
    seen: int | None = None,
) -> int:
    """Nobody moves them any more. Gives the revision of the board.

    Raises InputError, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.pin", seen=seen)
    kept.board.pin(person)
    with stepping(store, actor, round_, proposal, "board.pin", was=kept) as on:
        on.step("pin", person)
        return on.doing.revision
