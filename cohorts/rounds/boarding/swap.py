"""Two people change places."""

from __future__ import annotations

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.stepping import NONE, Reason, board_seen, excusing, stepping
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def swap(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    people: tuple[ApplicantId, ApplicantId],
    *,
    why: Reason = NONE,
    seen: int | None = None,
) -> int:
    """Each goes where the other sat. Gives the revision of the board.

    ``why``: where a must breaks. Raises InputError, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.swap", seen=seen)
    _, excused = excusing(kept.board, kept.board.swap(*people), why)
    with stepping(store, actor, round_, proposal, "board.swap", was=kept) as on:
        on.step("swap", *people, excused=excused, why=why)
        return on.doing.revision
