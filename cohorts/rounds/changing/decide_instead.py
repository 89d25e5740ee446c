"""Another proposal is decided in the place of the one that stands: with the reason, and signed."""

from __future__ import annotations

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.staff_name import one_line, spelled
from cohorts.rounds.act import acting, check_in_use, check_role
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.decide import signed_in, unfinished
from cohorts.rounds.deciding.decision import (
    DECIDED,
    DECISION,
    DecisionKey,
    decisions_of,
    standing,
)
from cohorts.rounds.deciding.proposed import proposed
from cohorts.rounds.deciding.reopen_decision import REOPENED, decided_in, reopened_in
from cohorts.rounds.deciding.typed_reason import typed
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store


def decide_instead(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    signed: str,
    reason: str,
    seen: int | None = None,
) -> DecisionKey:
    """Opens the decision that stands again, with the reason, and decides this one.

    Where it was opened already, it is only decided. In one transaction: where either is refused,
    the decision that stands still stands. Raises InputError, RefusedError, StaleError as these do.
    """
    last = standing(decisions_of(store, actor, round_))
    chosen = proposed(store, actor, round_, proposal)
    wrong = list(unfinished(chosen))
    if not spelled(signed):
        wrong.append(Problem("deciding.no_name"))
    if not (why := typed(reason)):
        wrong.append(Problem("changing.no_reason"))
    if wrong:
        raise InputError(*wrong)
    made = None if last is None else decided_in(store, actor, round_, last.key)
    with store.writing() as connection:
        check_role(connection, actor, round_, ORGANISERS)
        check_in_use(connection, round_)
        of = (connection, actor, round_)
        if last is not None:
            with acting(*of, REOPENED, object_=DECISION, seen=seen) as reopening:
                reopened_in(reopening, last.key, made, why)
            seen = None
        with acting(*of, DECIDED, object_=DECISION, seen=seen) as deciding:
            return signed_in(deciding, chosen, one_line(signed), why)
