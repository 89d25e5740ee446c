"""By which a letter shows later that the log of a decided stage was not changed."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from cohorts.rounds.judging.stage_head import StageKey, object_of
from cohorts.store.keys import RoundKey
from cohorts.store.tables import event

DECIDED = "stage.decide"
"""The act of which the log tells what was decided of a stage."""


def decided_head(connection: Connection, round_: RoundKey, stage: StageKey) -> str:
    """The hash of its event; "" where the stage is not decided."""
    here = (event.c.chain == round_, event.c.act == DECIDED, event.c.object == object_of(stage))
    last = select(func.max(event.c.number)).where(*here).scalar_subquery()
    query = select(event.c.hash).where(event.c.chain == round_, event.c.number == last)
    return connection.scalar(query) or ""
