"""Who comes to a stage: everybody who applied, or who went on after the one before."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from cohorts.committee.shortlisting.refusals import refusals
from cohorts.committee.shortlisting.stage_outcome import Left, Why
from cohorts.people.applicant import Applicant
from cohorts.rounds.asking.asked import Asked
from cohorts.rounds.judging.gone_on import gone_on_in
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import PersonKey


def came_to(
    connection: Connection, people: KeptPeople, before: StageHead | None
) -> tuple[PersonKey, ...]:
    """By key, in the order of their keys. ``before``: the stage before, which is decided."""
    if before is None:
        return tuple(sorted(people.who))
    on = {who for who, one in gone_on_in(connection, before.key).items() if one.on}
    return tuple(sorted(on & people.who.keys()))


def screened_at(
    stage: StageHead,
    people: KeptPeople,
    came: tuple[PersonKey, ...],
    asked: Asked,
    *,
    let_in: bool = True,
) -> tuple[tuple[Left, ...], int]:
    """Who of them has stopped or, where the stage asks that, meets not every condition.

    And of how many others a condition is not known; 0 where the stage asks none.
    ``let_in``: without those who take part although a condition refuses them.
    """
    here: list[Applicant] = [people.who[who] for who in came]
    on = asked.given.get("on") or date.fromisoformat((stage.opened_at or "")[:10])
    gone = tuple(asked.given.get("gone") or ())
    admitted = asked.given.get("admitted") if let_in else None
    left, unknown = refusals(here, asked.programme, on, gone, admitted)
    if stage.plan.stage.conditions:
        return left, unknown
    return tuple(one for one in left if one.why is not Why.REFUSED), 0
