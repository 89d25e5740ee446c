"""A decision is taken back, with a reason: the round is open again."""

from __future__ import annotations

from sqlalchemy import update

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.decide import check_of_proposal
from cohorts.rounds.deciding.decision import DECISION, DecisionKey, decisions_of
from cohorts.rounds.deciding.tell import check_stands
from cohorts.rounds.deciding.told_of import Told, told_in
from cohorts.rounds.deciding.typed_reason import noted, told_to_the_log, typed
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import decision as table

REOPENED = "decision.reopen"


def reopen_decision(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    decision: DecisionKey,
    *,
    reason: str,
    seen: int | None = None,
) -> tuple[Told, ...]:
    """Gives who was told of it already, and must hear what becomes of it.

    Raises InputError without a reason, RefusedError where it does not stand (any more) or a tie
    keeps them from somebody in it, StaleError.
    """
    why = typed(reason)
    if not why:
        raise InputError(Problem("deciding.no_reason_to_reopen"))
    made = decided_in(store, actor, round_, decision)
    with act(store, actor, round_, REOPENED, may=ORGANISERS, object_=DECISION, seen=seen) as doing:
        return reopened_in(doing, decision, made, why)


def decided_in(
    store: Store, actor: Actor, round_: RoundKey, decision: DecisionKey
) -> Proposal | None:
    """What was decided; None where there is no such decision. Raises RefusedError."""
    head = next((one for one in decisions_of(store, actor, round_) if one.key == decision), None)
    return None if head is None else proposal_of(store, actor, round_, head.proposal)


def reopened_in(
    doing: Acting, decision: DecisionKey, made: Proposal | None, why: str
) -> tuple[Told, ...]:
    """Within an act: it stands no more. Gives who was told; raises RefusedError as above."""
    last = check_stands(doing.connection, doing.round, decision)
    if made is not None:
        check_of_proposal(doing.connection, doing.round, doing.actor, made)
    note = noted(doing.connection, doing.round, why)
    change = {"reopened_at": now(), "reopened_by": doing.actor.key, "reopened_note": note}
    doing.connection.execute(update(table).where(table.c.key == decision).values(change))
    all_told = told_in(doing.connection, doing.round)
    told = tuple(one for one in all_told if one.proposal == last.proposal)
    doing.about(*dict.fromkeys(one.person for one in told))
    digest = told_to_the_log(why, note)
    doing.say({"decision": decision, "number": last.number, "reason_sha256": digest})
    return told
