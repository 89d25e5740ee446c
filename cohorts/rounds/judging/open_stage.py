"""A stage opens: first for ties, then for votes; from then on its plan is fixed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from cohorts.committee.shortlisting.seats_of import seats_of
from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.rounds.judging.changed_stage import changed_stage
from cohorts.rounds.judging.moment_asked import moment_asked
from cohorts.rounds.judging.opening import Opening, opening_in, stage_before
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.canonical import canonical, sha256
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def open_interests(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey, *, seen: int | None = None
) -> None:
    """Members may say what ties they have, against names alone.

    Raises RefusedError where the stage before is not decided, InputError where there is nobody to
    choose from or to judge, or the rule is none for so many; StaleError.
    """
    with changed_stage(store, actor, round_, stage, "open", Phase.PLANNED, seen=seen) as changing:
        connection, at = changing.doing.connection, now()
        people = people_in_store(connection, store.url, round_)
        _check_before(connection, round_, changing.stage)
        opening = opening_in(connection, round_, changing.stage, people, at)
        candidates = opening.candidates
        _check(connection, round_, changing.stage, opening)
        changing.set(
            phase=Phase.INTERESTS.value,
            opened_at=at,
            version=people.version,
            candidates=canonical([*candidates]),
        )
        changing.doing.say({"plan_sha256": sha256(changing.stage.plan.text)})


def open_votes(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    *,
    until: datetime,
    seen: int | None = None,
) -> None:
    """Votes are taken until then. Raises InputError where that is no moment to come; StaleError."""
    with changed_stage(
        store, actor, round_, stage, "judge", Phase.INTERESTS, seen=seen
    ) as changing:
        closes = moment_asked(until)
        changing.set(phase=Phase.JUDGING.value, closes_at=closes)
        changing.doing.say({"closes_at": closes})


def _check_before(connection: Connection, round_: RoundKey, stage: StageHead) -> None:
    """Raises RefusedError where it is not decided yet."""
    before = stage_before(connection, round_, stage)
    if before is not None and before.phase is not Phase.DECIDED:
        raise RefusedError(Problem("judging.not_decided", "", {"number": before.number}))


def _check(connection: Connection, round_: RoundKey, stage: StageHead, opening: Opening) -> None:
    """Raises InputError where nobody can be chosen or to judge, or the rule is none for so many.

    Later it would be known too late: from here on no other rule can be chosen.
    """
    candidates = len(opening.candidates)
    if not candidates:
        raise InputError(Problem("judging.nobody"))
    judges = judges_in(connection, round_, stage)
    if not judges:
        raise InputError(Problem("judging.no_judges"))
    plan, asked = stage.plan, opening.asked
    seats = seats_of(plan.stage, candidates, asked.programme, asked.given)
    beyond = plan.stage.counting.beyond(candidates, seats, len(judges))
    if beyond is not None:
        raise InputError(beyond)
