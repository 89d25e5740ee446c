"""Who may have standing weighed against fit: where a stage that decides jointly is decided."""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_in
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_in
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.into_composing import MERIT
from cohorts.rounds.standings.who_sees import check_may_decide
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def may_weigh(store: Store, actor: Actor, round_: RoundKey) -> None:
    """Raises RefusedError for who does not organise it, and as below."""
    with look(store, actor, round_, may=ORGANISERS) as connection:
        check_may_weigh(connection, store.url, round_, actor)


def check_may_weigh(connection: Connection, url: str, round_: RoundKey, actor: Actor) -> None:
    """Raises RefusedError where no stage is decided jointly or its points do not count any more.

    Also for who is kept from somebody in it: whom it takes and leaves is for them not to see.
    """
    head = joint_in(connection, round_)
    if head is None:
        raise RefusedError(Problem("standings.not_joint"))
    people = people_in_store(connection, url, round_)
    check_may_decide(connection, round_, head, actor, people)
    asked = asked_in(connection, people, round_)
    if asked.given.get(MERIT) is None or MERIT in asked.files:
        raise RefusedError(Problem("standings.no_points"))


def joint_in(connection: Connection, round_: RoundKey) -> StageHead | None:
    """The stage of a round that was decided jointly."""
    decided = (one for one in stages_in(connection, round_) if one.phase is Phase.DECIDED)
    return next((one for one in decided if one.plan.stage.joint), None)
