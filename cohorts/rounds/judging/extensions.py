"""That everybody was given more time, each time with its reason: all read it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.happened import happened
from cohorts.rounds.judging.stage_head import StageKey, object_of
from cohorts.rounds.roles import EVERYBODY
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event


@dataclass(frozen=True)
class Extension:
    """``at``: when it was given; ``closes_at``: until when."""

    at: str
    closes_at: str
    reason: str


def extensions_of(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey
) -> tuple[Extension, ...]:
    """Of a stage, the first first. Raises RefusedError for who has no role in the round."""
    with look(store, actor, round_, may=EVERYBODY) as connection:
        return extensions_in(connection, round_, stage)


def extensions_in(
    connection: Connection, round_: RoundKey, stage: StageKey
) -> tuple[Extension, ...]:
    """The same, where the role was checked."""
    here = (event.c.object == object_of(stage), event.c.act == "stage.extend")
    told = ((one.at, one.facts) for one in happened(connection, round_, *here))
    return tuple(
        Extension(at, str(facts["closes_at"]), str(facts.get("reason", "")))
        for at, facts in told
        if "closes_at" in facts
    )
