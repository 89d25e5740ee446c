"""Who goes on after a stage: as it was counted, unless people say otherwise, with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert

from cohorts.errors import InputError, Problem
from cohorts.round.left_at import Why
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.ballots_salt import SaltedFor, salt_of
from cohorts.rounds.interests.see_ties import check_ties_seen
from cohorts.rounds.judging.changed_stage import StageActing, changed_stage
from cohorts.rounds.judging.stage_head import Phase, StageKey
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.standings.into_composing import into_composing
from cohorts.rounds.standings.stage_counted import why_each
from cohorts.rounds.standings.votes_counted import Counted, counted_in
from cohorts.rounds.standings.who_sees import check_may_decide
from cohorts.rounds.standings.without_names import (
    ballots_of,
    counted_of,
    digest_of_ballots,
    digest_of_passed,
    digest_of_plan,
    plan_without_names,
)
from cohorts.rounds.typed_text import visible
from cohorts.store.canonical import digest
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import note, passed

BY_PEOPLE = Why.BY_PEOPLE.value
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
    Composing goes by it from then on: see :mod:`cohorts.rounds.standings.into_composing`.
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
        counted = counted_in(connection, round_, changing.stage, people)
        came = why_each(counted)
        if not changes.keys() <= came.keys():
            raise InputError(Problem("standings.not_in_it"))
        found = dict.fromkeys(changing.stage.candidates, Why.STOPPED.value) | dict(came)
        rows, notes = _rows(changing, found, changes)
        if notes:
            connection.execute(insert(note), notes)
        connection.execute(insert(passed), rows)
        changing.set(phase=Phase.DECIDED.value)
        on = {row["person"] for row in rows if row["on"]}
        into_composing(changing.doing, counted, on, people)
        for row in rows:
            if row["note"] is not None:  # goes with them
                changing.doing.say({"counted": found[row["person"]]}, row["person"])
        numbers = {"on": len(on), "came": len(rows), "changed": len(notes)}
        known = _known(connection, counted, found, rows, notes)
        changing.doing.say(numbers | {"version": people.version} | known)


def _known(
    connection: Connection,
    counted: Counted,
    found: Mapping[PersonKey, str],
    rows: Sequence[Mapping[str, Any]],
    notes: Sequence[Mapping[str, Any]],
) -> dict[str, object]:
    """By which a dossier shows later what was asked, cast, counted and decided."""
    reasons = {one["key"]: digest(one["text"], one["key"]) for one in notes}
    passed_on = [
        (r["person"], found[r["person"]], r["on"], r["why"], reasons.get(r["note"], ""))
        for r in rows
    ]
    ballots = ballots_of(counted.election, counted_of(found))
    salt = salt_of(connection, counted.stage.key, SaltedFor.DOSSIER)
    return {
        "seats": counted.seats,
        "plan_sha256": digest_of_plan(plan_without_names(counted.stage.plan)),
        "ballots_sha256": digest_of_ballots(ballots, salt),
        "passed_sha256": digest_of_passed(passed_on),
    }


def _rows(
    changing: StageActing, found: Mapping[PersonKey, str], changes: Mapping[PersonKey, Otherwise]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Of everybody who came, and the notes with a reason where people decided otherwise."""
    doing, rows, notes = changing.doing, [], []
    for person, why in found.items():
        on, changed = why == "", changes.get(person)
        row = {"stage": changing.stage.key, "person": person, "round": doing.round, "on": on}
        row |= {"why": why, "note": None, "at": now(), "by": doing.actor.key}
        if changed is not None and changed.on is not on:
            key, text = new_key(), visible(changed.reason)
            notes.append({"key": key, "round": doing.round, "person": person, "text": text})
            row |= {"on": changed.on, "why": BY_PEOPLE, "note": key}
        rows.append(row)
    return rows, notes
