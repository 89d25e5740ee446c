"""More time, for all: only before anything is counted, with a reason that all can read."""

from __future__ import annotations

from datetime import datetime

from cohorts.errors import InputError, Problem
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.changed_stage import changed_stage
from cohorts.rounds.judging.moment_asked import moment_asked
from cohorts.rounds.judging.reason_asked import reason_asked
from cohorts.rounds.judging.stage_head import Phase, StageKey
from cohorts.rounds.typed_note import told
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def extend(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    until: datetime,
    reason: str,
    seen: int | None = None,
) -> None:
    """Raises InputError without a reason or where it is not later than it was; StaleError."""
    with changed_stage(store, actor, round_, stage, "extend", Phase.JUDGING, seen=seen) as changing:
        closes = moment_asked(until)
        why = reason_asked(reason)
        if closes <= (changing.stage.closes_at or ""):
            raise InputError(Problem("judging.not_later"))
        changing.set(closes_at=closes)
        changing.doing.say(
            {"closes_at": closes, "reason": told(changing.doing.connection, round_, why)}
        )
