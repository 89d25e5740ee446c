"""That whoever presides gave up the second turn of a stage, and why: all read it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.happened import happened
from cohorts.rounds.judging.stage_head import StageHead, StageKey, object_of
from cohorts.rounds.roles import EVERYBODY
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event

GIVES_UP = "stage.give_up_second"
"""What its act is called in the log, where the reason stands."""


@dataclass(frozen=True)
class GivenUp:
    """``at``: when; ``by``: what they are called who presided."""

    at: str
    by: str
    reason: str


def second_given_up(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey
) -> GivenUp | None:
    """None: it was not. Raises RefusedError for who has no role in the round."""
    with look(store, actor, round_, may=EVERYBODY) as connection:
        return given_up_in(connection, round_, stage)


def given_up_in(connection: Connection, round_: RoundKey, stage: StageKey) -> GivenUp | None:
    """The same, where the role was checked."""
    here = (event.c.object == object_of(stage), event.c.act == GIVES_UP)
    told = happened(connection, round_, *here)
    return next((GivenUp(one.at, one.by, str(one.facts.get("reason", ""))) for one in told), None)


def second_to_come(connection: Connection, round_: RoundKey, head: StageHead) -> bool:
    """Whether it has a second turn that did not begin and was not given up: it cannot close."""
    first = head.plan.second and head.turn == 1
    return first and given_up_in(connection, round_, head.key) is None
