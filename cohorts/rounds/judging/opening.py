"""Who takes part in a stage as it opens, and who of those who came does not."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.committee.shortlisting.stage_outcome import Left
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import Asked, asked_in
from cohorts.rounds.judging.came_to import came_to, screened_at
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_in
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.roles import READERS
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Opening:
    """``candidates``: who can be chosen; ``left``: the others who came, each with the ground.

    ``unknown``: of how many candidates a condition is not known.
    """

    candidates: tuple[PersonKey, ...]
    left: tuple[Left, ...]
    unknown: int
    asked: Asked


def opening_of(store: Store, actor: Actor, round_: RoundKey, stage: StageHead) -> Opening | None:
    """If it opened now; None where the stage before is not decided. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        before = stage_before(connection, round_, stage)
        if before is not None and before.phase is not Phase.DECIDED:
            return None
        people = people_in_store(connection, store.url, round_)
        return opening_in(connection, round_, stage, people, now())


def opening_in(
    connection: Connection, round_: RoundKey, stage: StageHead, people: KeptPeople, at: str
) -> Opening:
    """At that moment, where the role was checked and the stage before is decided."""
    came = came_to(connection, people, stage_before(connection, round_, stage))
    asked = asked_in(connection, people, round_)
    opened = StageHead(**{**vars(stage), "opened_at": at})
    left, unknown = screened_at(opened, people, came, asked)
    out = {one.applicant.id for one in left}
    return Opening(
        tuple(who for who in came if people.who[who].id not in out), left, unknown, asked
    )


def stage_before(connection: Connection, round_: RoundKey, stage: StageHead) -> StageHead | None:
    """None before the first."""
    earlier = [one for one in stages_in(connection, round_) if one.number < stage.number]
    return earlier[-1] if earlier else None
