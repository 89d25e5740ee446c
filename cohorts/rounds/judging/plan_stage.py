"""A stage is planned, changed while nothing has opened, or taken away."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.changed_stage import StageActing, changed_stage
from cohorts.rounds.judging.stage_head import Phase, StageKey, stages_in
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import stage as table

STAGES = "stages"
MOST = 20


def plan_stage(
    store: Store, actor: Actor, round_: RoundKey, plan: StagePlan, *, seen: int | None = None
) -> StageKey:
    """One more, after the last.

    Raises RefusedError where there are too many, or the last is decided together with the groups;
    StaleError.
    """
    with act(
        store, actor, round_, "stages.plan", may=ORGANISERS, object_=STAGES, seen=seen
    ) as doing:
        last = select(func.coalesce(func.max(table.c.number), 0)).where(table.c.round == round_)
        number = doing.connection.execute(last).scalar_one() + 1
        if number > MOST:
            raise RefusedError(Problem("judging.too_many", "", {"most": MOST}))
        if any(one.plan.stage.joint for one in stages_in(doing.connection, round_)):
            raise RefusedError(Problem("judging.joint_last"))
        key = keep_stage(doing.connection, round_, number, plan, doing.actor)
        doing.say({"stage": key, "number": number})
        return key


def keep_stage(
    connection: Connection, round_: RoundKey, number: int, plan: StagePlan, actor: Actor
) -> StageKey:
    """Within an act: one that has not opened."""
    key = StageKey(new_key())
    row = {"key": key, "round": round_, "number": number, "plan": plan.text}
    row |= {"phase": Phase.PLANNED.value, "turn": 1, "at": now(), "by": actor.key}
    connection.execute(insert(table), row)
    return key


def change_stage(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    plan: StagePlan,
    *,
    seen: int | None = None,
) -> None:
    """Another plan. Raises RefusedError once it has opened: what was fixed stays so; StaleError."""
    with changed_stage(store, actor, round_, stage, "change", Phase.PLANNED, seen=seen) as changing:
        if plan.stage.joint and _has_later(changing):
            raise RefusedError(Problem("judging.joint_last"))
        changing.set(plan=plan.text)


def drop_stage(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey, *, seen: int | None = None
) -> None:
    """The last one, while it is planned only. Raises RefusedError; StaleError."""
    with changed_stage(store, actor, round_, stage, "drop", Phase.PLANNED, seen=seen) as changing:
        if _has_later(changing):
            raise RefusedError(Problem("judging.not_last"))
        changing.doing.connection.execute(delete(table).where(table.c.key == stage))


def _has_later(changing: StageActing) -> bool:
    """Whether stages come after it."""
    doing = changing.doing
    later = (table.c.round == doing.round, table.c.number > changing.stage.number)
    return doing.connection.scalar(select(table.c.key).where(*later).limit(1)) is not None
