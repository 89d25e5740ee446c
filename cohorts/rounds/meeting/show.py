"""Something that is hidden from the start is shown in the room, or hidden again."""

from __future__ import annotations

from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.rounds.meeting.agenda import MAY_MEET, Shown, lit
from cohorts.rounds.meeting.in_the_room import MEETING
from cohorts.rounds.minuted import Kind, keep_minute
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def show(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    person: PersonKey,
    what: Shown,
    on: bool = True,
) -> None:
    """Raises RefusedError while the dossier is dark."""
    with act(store, actor, round_, "meeting.show", may=MAY_MEET, object_=MEETING) as doing:
        lit(doing, store.url, stage, person)
        value = {"stage": stage, "person": person, "what": what.value, "on": on}
        keep_minute(doing, Kind.SHOWN, value)
