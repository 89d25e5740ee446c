"""A second turn, where the plan has one: talk first, then judge again; both are kept."""

from __future__ import annotations

from datetime import datetime

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.changed_stage import changed_stage
from cohorts.rounds.judging.moment_asked import moment_asked
from cohorts.rounds.judging.stage_head import Phase, StageKey
from cohorts.rounds.members.presiding import PRESIDES, check_presides
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def talk(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey, *, seen: int | None = None
) -> None:
    """By who presides: the first turn is over.

    Raises RefusedError while votes are taken, or without a second.
    """
    with changed_stage(
        store, actor, round_, stage, "talk", Phase.JUDGING, may=PRESIDES, seen=seen
    ) as changing:
        check_presides(changing.doing.connection, round_, actor)
        head = changing.stage
        if not head.plan.second or head.turn != 1:
            raise RefusedError(Problem("judging.no_second"))
        if head.is_open:
            raise RefusedError(Problem("judging.still_open", "", {"closes_at": head.closes_at}))
        changing.set(phase=Phase.TALKING.value)


def judge_again(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    until: datetime,
    seen: int | None = None,
) -> None:
    """Whoever changes nothing keeps what they voted. Raises InputError, StaleError."""
    with changed_stage(
        store, actor, round_, stage, "judge_again", Phase.TALKING, may=PRESIDES, seen=seen
    ) as changing:
        check_presides(changing.doing.connection, round_, actor)
        closes = moment_asked(until)
        changing.set(phase=Phase.JUDGING.value, turn=2, closes_at=closes)
        changing.doing.say({"closes_at": closes})
