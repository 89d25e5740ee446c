"""Who is in the room, and who leaves it for one dossier."""

from __future__ import annotations

from collections.abc import Collection

from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.interest import blocked_for, interests_in
from cohorts.rounds.judging.stage_head import StageKey, check_phase, stage_in
from cohorts.rounds.meeting.agenda import MAY_MEET, MEETS_IN
from cohorts.rounds.members.member import sitting
from cohorts.rounds.minuted import Kind, keep_minute
from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.store import Store

MEETING = "meeting"
"""The object of what happens at a meeting."""


def attend(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    members: Collection[AccountKey],
) -> None:
    """From now on these are in the room. Raises InputError for who does not sit in it."""
    with act(store, actor, round_, "meeting.attend", may=MAY_MEET, object_=MEETING) as doing:
        check_phase(stage_in(doing.connection, round_, stage), *MEETS_IN)
        if not set(members) <= {one.key for one in sitting(doing.connection, round_)}:
            raise InputError(Problem("meeting.no_member"))
        keep_minute(doing, Kind.PRESENT, {"stage": stage, "members": sorted(members)})


def leave_room(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    member: AccountKey,
    person: PersonKey,
) -> None:
    """*Verlaat de zaal*, until this dossier is done. Raises RefusedError for who need not."""
    with act(store, actor, round_, "meeting.leave", may=MAY_MEET, object_=MEETING) as doing:
        check_phase(stage_in(doing.connection, round_, stage), *MEETS_IN)
        if member not in blocked_for(interests_in(doing.connection, round_), person):
            raise RefusedError(Problem("meeting.need_not"))
        value = {"stage": stage, "member": member, "person": person}
        keep_minute(doing, Kind.LEFT_ROOM, value)
