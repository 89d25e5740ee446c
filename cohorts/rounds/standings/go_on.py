"""Who goes on after a stage: as it was counted, unless people say otherwise, with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert

from cohorts.committee.shortlisting.stage_outcome import Why
from cohorts.errors import InputError, Problem
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.see_ties import check_ties_seen
from cohorts.rounds.judging.changed_stage import changed_stage
from cohorts.rounds.judging.stage_head import Phase, StageKey
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.standings.stage_counted import stage_counted
from cohorts.rounds.standings.who_sees import check_may_decide
from cohorts.rounds.typed_text import visible
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import note, passed

BY_PEOPLE = "by_people"
"""Why somebody is in or out, where people decided otherwise than was counted."""
LONGEST = 2_000


@dataclass(frozen=True)
class Otherwise:
    """Somebody is in who was counted out, or out who was counted in."""

    on: bool
    reason: str


def go_on(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    otherwise: Mapping[PersonKey, Otherwise] | None = None,
    seen: int | None = None,
) -> None:
    """Everybody who came to the stage goes on or does not, each with why; also who stopped since.

    Of a joint stage everybody who can be composed goes on: who has a place the proposal says.
    Raises InputError where a reason lacks or somebody is not in it; RefusedError before the close,
    for who is kept from somebody in it, and while who presides did not see the ties; StaleError.
    """
    changes = dict(otherwise or {})
    if any(not 1 <= len(visible(one.reason)) <= LONGEST for one in changes.values()):
        raise InputError(Problem("standings.no_reason"))
    with changed_stage(store, actor, round_, stage, "decide", Phase.CLOSED, seen=seen) as changing:
        connection = changing.doing.connection
        people = people_in_store(connection, store.url, round_)
        check_may_decide(connection, round_, changing.stage, actor, people)
        check_ties_seen(connection, round_, changing.stage, people)
        found = stage_counted(connection, round_, changing.stage, people)
        if not changes.keys() <= found.keys():
            raise InputError(Problem("standings.not_in_it"))
        stopped = dict.fromkeys(changing.stage.candidates, Why.STOPPED.value)
        rows, notes = [], []
        for person, why in (stopped | dict(found)).items():
            on, changed = why == "", changes.get(person)
            row = {"stage": stage, "person": person, "round": round_, "on": on, "why": why}
            row |= {"note": None, "at": now(), "by": changing.doing.actor.key}
            if changed is not None and changed.on is not on:
                key = new_key()
                text = visible(changed.reason)
                notes.append({"key": key, "round": round_, "person": person, "text": text})
                row |= {"on": changed.on, "why": BY_PEOPLE, "note": key}
            rows.append(row)
        if notes:
            connection.execute(insert(note), notes)
        connection.execute(insert(passed), rows)
        changing.set(phase=Phase.DECIDED.value)
        changing.doing.say(
            {"on": sum(bool(row["on"]) for row in rows), "came": len(rows), "changed": len(notes)}
        )
