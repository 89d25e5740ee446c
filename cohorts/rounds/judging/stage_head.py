"""A stage as it stands in the store: its plan, its phase, until when, and who can be chosen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, NewType

from sqlalchemy import Connection, Row, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.rounds.roles import EVERYBODY
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import stage as table

StageKey = NewType("StageKey", Key)


class Phase(StrEnum):
    """PLANNED: anything can change. INTERESTS: nothing any more; members say what ties they have.

    JUDGING: votes are cast. TALKING: between two turns. CLOSED: counted. DECIDED: who goes on.
    """

    PLANNED = "planned"
    INTERESTS = "interests"
    JUDGING = "judging"
    TALKING = "talking"
    CLOSED = "closed"
    DECIDED = "decided"


RELEASED = (Phase.CLOSED, Phase.DECIDED)
"""What the votes come to may be seen."""


@dataclass(frozen=True)
class StageHead:
    """``number``: from 1; ``turn``: 1, or 2 once it is judged again after talking.

    ``candidates``: by key; empty before it opened. ``version``: of the applicants, then.
    ``counted``: the digest of the ballots as they were counted. ``revision``: of the stage.
    """

    key: StageKey
    number: int
    plan: StagePlan
    phase: Phase
    turn: int
    opened_at: str | None
    closes_at: str | None
    closed_at: str | None
    version: int | None
    candidates: tuple[PersonKey, ...]
    counted: str | None
    revision: int

    @property
    def is_open(self) -> bool:
        """Whether votes are taken at this moment, by the clock of the store."""
        return self.is_open_at(now())

    def is_open_at(self, at: str) -> bool:
        """The same at another moment of that clock."""
        return self.phase is Phase.JUDGING and self.closes_at is not None and at < self.closes_at

    @property
    def object(self) -> str:
        """What its acts change."""
        return object_of(self.key)


def object_of(stage: StageKey) -> str:
    """What acts on a stage change."""
    return f"stage.{stage}"


def stages_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[StageHead, ...]:
    """All of a round, in order; what is asked is no secret. Raises RefusedError."""
    with look(store, actor, round_, may=EVERYBODY) as connection:
        return stages_in(connection, round_)


def stages_in(connection: Connection, round_: RoundKey) -> tuple[StageHead, ...]:
    """The same, where the role was checked."""
    query = select(table).where(table.c.round == round_).order_by(table.c.number)
    return tuple(_head(connection, row) for row in connection.execute(query))


def stage_in(connection: Connection, round_: RoundKey, key: StageKey) -> StageHead:
    """One of a round. Raises RefusedError where there is no such."""
    here = (table.c.round == round_, table.c.key == key)
    row = connection.execute(select(table).where(*here)).one_or_none()
    if row is None:
        raise RefusedError(Problem("judging.no_such"))
    return _head(connection, row)


def check_phase(stage: StageHead, *phases: Phase) -> None:
    """Raises RefusedError where it is in none of these."""
    if stage.phase not in phases:
        facts = {"stage": stage.plan.stage.title, "number": stage.number}
        raise RefusedError(Problem(f"judging.is_{stage.phase.value}", "", facts))


@lru_cache(maxsize=64)
def _plan(text: str) -> StagePlan:
    """The same for the same text: every vote asks for it, and it never changes."""
    return StagePlan.model_validate(json.loads(text))


def _head(connection: Connection, row: Row[Any]) -> StageHead:
    key = StageKey(Key(row.key))
    return StageHead(
        key,
        row.number,
        _plan(row.plan),
        Phase(row.phase),
        row.turn,
        row.opened_at,
        row.closes_at,
        row.closed_at,
        row.version,
        tuple(PersonKey(Key(one)) for one in json.loads(row.candidates or "[]")),
        row.counted,
        revision_of(connection, RoundKey(Key(row.round)), object_of(key)),
    )
