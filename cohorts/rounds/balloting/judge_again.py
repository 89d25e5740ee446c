"""A second turn, where the plan has one: talk first, then judge again; both are kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.close_votes import check_over
from cohorts.rounds.judging.changed_stage import changed_stage
from cohorts.rounds.judging.moment_asked import moment_asked
from cohorts.rounds.judging.reason_asked import reason_asked
from cohorts.rounds.judging.second_given_up import second_to_come
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey
from cohorts.rounds.members.presiding import PRESIDES, check_presides
from cohorts.rounds.typed_note import told
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def talk(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey, *, seen: int | None = None
) -> None:
    """By who presides: the first turn is over; after the deadline, or once everybody has sent in.

    Raises RefusedError while somebody may still vote, or without a second turn to come.
    """
    with changed_stage(
        store, actor, round_, stage, "talk", Phase.JUDGING, may=PRESIDES, seen=seen
    ) as changing:
        check_presides(changing.doing.connection, round_, actor)
        _check_first_over(changing.doing.connection, round_, changing.stage)
        changing.set(phase=Phase.TALKING.value)


def give_up_second(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    reason: str,
    seen: int | None = None,
) -> None:
    """By who presides, instead of :func:`talk`: the votes may be closed after the first turn.

    It cannot be taken back. Raises as that does, and InputError without a reason; StaleError.
    """
    with changed_stage(
        store, actor, round_, stage, "give_up_second", Phase.JUDGING, may=PRESIDES, seen=seen
    ) as changing:
        check_presides(changing.doing.connection, round_, actor)
        _check_first_over(changing.doing.connection, round_, changing.stage)
        changing.doing.say(
            {"reason": told(changing.doing.connection, round_, reason_asked(reason))}
        )


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


def _check_first_over(connection: Connection, round_: RoundKey, head: StageHead) -> None:
    if not second_to_come(connection, round_, head):
        raise RefusedError(Problem("judging.no_second"))
    check_over(connection, round_, head)
