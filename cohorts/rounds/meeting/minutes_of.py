"""The minutes of the meetings on a stage."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked_for, interests_in
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in
from cohorts.rounds.meeting.agenda import MAY_MEET
from cohorts.rounds.members.member import members_in
from cohorts.rounds.minuted import Kind, Minute, minutes_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import Role
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table

MAY_READ = MAY_MEET | {Role.AUDITOR}
OF_A_MEETING = (Kind.PRESENT, Kind.LEFT_ROOM, Kind.BACK, Kind.SHOWN, Kind.REMARK, Kind.CONSULTED)


@dataclass(frozen=True)
class Line:
    """``name``: of the applicant it is about; "" for none, or one who was erased since.

    ``members``: names of those it is about. ``aside``: somebody is blocked for that applicant, so
    it is for no screen that a room looks at.
    """

    minute: Minute
    name: str
    members: tuple[str, ...]
    aside: bool


@dataclass(frozen=True)
class Minutes:
    """``lines``: in the order in which they were written."""

    round_name: str
    stage: StageHead
    lines: tuple[Line, ...]


def minutes_of(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> Minutes:
    """Without what is about an applicant for whom the reader is blocked. Raises RefusedError."""
    with look(store, actor, round_, may=MAY_READ) as connection:
        head = stage_in(connection, round_, stage)
        people = people_in_store(connection, store.url, round_)
        called = {str(one.key): one.called for one in members_in(connection, round_)}
        ties = interests_in(connection, round_)
        lines = []
        for one in minutes_in(connection, round_, OF_A_MEETING):
            person = PersonKey(Key(one.value.get("person", "")))
            away = blocked_for(ties, person)
            if one.value.get("stage") != stage or actor.key in away:
                continue
            about = people.shown.get(person)
            keys = one.value.get("members", [one.value["member"]] if "member" in one.value else [])
            members = tuple(called[key] for key in keys if key in called)
            lines.append(Line(one, about.label if about else "", members, bool(away)))
        called_round = select(round_table.c.name).where(round_table.c.key == round_)
        return Minutes(connection.scalars(called_round).one(), head, tuple(lines))
