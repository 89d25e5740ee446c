"""A broken must gets its reason."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.stepping import NONE, Reason, board_seen, stepping
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def override(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    breach: str,
    *,
    person: ApplicantId,
    why: Reason = NONE,
    seen: int | None = None,
) -> int:
    """For everybody who is in the ``breach`` of that rule with ``person``; gives the revision.

    Raises InputError where there is no such breach or no reason, RefusedError, StaleError.
    """
    kept = board_seen(store, actor, round_, proposal, "board.override", seen=seen)
    if not why.given:
        raise InputError(Problem("boarding.needs_reason"))
    kept.board.override(breach, person, why.reason, why.by)
    with stepping(store, actor, round_, proposal, "board.override", was=kept) as on:
        about = (person,) if person else ()
        on.step("override", *about, excused=[(breach, person)], why=why)
        return on.doing.revision
