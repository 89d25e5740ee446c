"""In which rounds somebody judges, and what there is to do in each."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_in
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.store.keys import Key, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, member, role
from cohorts.store.tables import round_ as round_table

AT_WORK = (Phase.INTERESTS, Phase.JUDGING, Phase.TALKING)


@dataclass(frozen=True)
class Seat:
    """``name``: of the round. ``stages``: those in which they judge, in order."""

    round: RoundKey
    name: str
    stages: tuple[StageHead, ...]

    @property
    def stage(self) -> StageHead | None:
        """The one that is under way, else the last that was, else the first to come."""
        now = [one for one in self.stages if one.phase in AT_WORK]
        past = [one for one in self.stages if one.phase not in (*AT_WORK, Phase.PLANNED)]
        found = [*now[:1], *past[-1:], *self.stages[:1]]
        return found[0] if found else None


def rounds_to_judge(store: Store, actor: Actor) -> tuple[Seat, ...]:
    """Of somebody who sits in it now and has a way in; the newest first."""
    query = (
        select(member.c.round, round_table.c.name)
        .join(round_table, round_table.c.key == member.c.round)
        .join(account, account.c.key == member.c.account)
        .where(member.c.account == actor.key, member.c.left_at.is_(None))
        .where(account.c.revoked_at.is_(None), round_table.c.archived_at.is_(None))
        .order_by(member.c.at.desc(), member.c.round)
    )
    with store.reading() as connection:
        found = []
        for row in connection.execute(query).all():
            round_ = RoundKey(Key(row.round))
            stages = tuple(
                one
                for one in stages_in(connection, round_)
                if actor.key in {judge.key for judge in judges_in(connection, round_, one)}
            )
            found.append(Seat(round_, row.name, stages))
        return tuple(found)


def only_judges(store: Store, actor: Actor) -> bool:
    """Whether nothing but a committee brought them here."""
    with store.reading() as connection:
        held = set(connection.scalars(select(role.c.role).where(role.c.account == actor.key)))
        first = connection.scalar(select(account.c.administrator).where(account.c.key == actor.key))
    return bool(held) and held <= {"member", "chair"} and not first
