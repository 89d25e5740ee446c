"""How every act on a stage is done: the phase it must be in, and what changes in its row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import update

from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_head import (
    Phase,
    StageHead,
    StageKey,
    check_phase,
    object_of,
    stage_in,
)
from cohorts.rounds.roles import ORGANISERS, Role
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import stage as table


@dataclass(eq=False)
class StageActing:
    """An act on a stage under way; ``stage``: as it stood before."""

    doing: Acting
    stage: StageHead

    def set(self, **values: Any) -> None:
        """Columns of its row."""
        here = table.c.key == self.stage.key
        self.doing.connection.execute(update(table).where(here).values(values))


@contextmanager
def changed_stage(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    name: str,
    *phases: Phase,
    may: frozenset[Role] = ORGANISERS,
    seen: int | None = None,
) -> Iterator[StageActing]:
    """The act ``stage.<name>``. Raises RefusedError where it is in none of these phases."""
    with act(
        store, actor, round_, f"stage.{name}", may=may, object_=object_of(stage), seen=seen
    ) as doing:
        head = stage_in(doing.connection, round_, stage)
        check_phase(head, *phases)
        doing.say({"stage": stage, "number": head.number})
        yield StageActing(doing, head)
