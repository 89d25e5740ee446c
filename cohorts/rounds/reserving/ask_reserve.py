"""Somebody of the reserve is asked for a place that came free: whose turn it is, and no other."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, insert, select

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem, RefusedError
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_in
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.deciding.tell import check_stands
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.proposing.round_now import round_now, taking_part
from cohorts.rounds.reserving.asked_rows import RESERVE
from cohorts.rounds.reserving.reserve_of import Reserve, promised, reserve_in, waiting_for
from cohorts.rounds.reserving.reserve_order import reserve_order
from cohorts.rounds.reserving.room_left import room_left
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import reserve as table

FURTHEST = timedelta(days=60)


def ask_reserve(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    person: PersonKey,
    *,
    group: int,
    until: datetime,
    seen: int | None = None,
) -> int:
    """``until``: before when they may answer, with its zone. Gives the revision.

    Raises RefusedError where nothing is decided, it is another one's turn, somebody may still
    answer for a place in that group, or it has none that is free; InputError for a group that is
    not there, a moment that is past or more than 60 days ahead, and where no round can be made of
    what is asked now; StaleError.
    """
    last = standing(decisions_of(store, actor, round_))
    if last is None:
        raise RefusedError(Problem("deciding.not_decided"))
    made = proposal_of(store, actor, round_, last.proposal)
    if group not in made.composition.groups:
        raise InputError(Problem("reserving.no_group"))
    order, by_points = reserve_order(made), made.round.merit is not None
    with act(
        store, actor, round_, "reserve.ask", may=ORGANISERS, object_=RESERVE, seen=seen
    ) as doing:
        check_stands(doing.connection, round_, last.key)
        check_not_tied(doing.connection, round_, actor, {person})
        of = (doing.connection, store.url, round_, last.proposal)
        found = reserve_in(*of, order, by_points=by_points)
        here, room = _room(doing.connection, store.url, round_, made, found)
        _check_turn(found, person, group, here)
        if group not in room:
            raise RefusedError(Problem("reserving.no_room", "", {"group": group}))
        row = {
            "round": round_,
            "number": _next(doing.connection, round_),
            "person": person,
            "proposal": last.proposal,
            "group": group,
            "until": _moment(until),
        }
        doing.connection.execute(insert(table), row | {"at": now(), "by": actor.key})
        doing.about(person)
        doing.say({"group": group, "until": row["until"]})
        return doing.revision


def _room(
    connection: Connection, url: str, round_: RoundKey, made: Proposal, found: Reserve
) -> tuple[Container[PersonKey], Mapping[int, int]]:
    """Who takes part now; and group → how many places are free in it."""
    people = people_in_store(connection, url, round_)
    now_ = round_now(people, asked_in(connection, people, round_), made)
    here, of = taking_part(people, now_), people.keys.of
    groups = made.composition.groups.items()
    sizes = {number: sum(of[a.id] in here for a in group) for number, group in groups}
    return here, room_left(now_, sizes, (one.group for one in promised(found, here)))


def _check_turn(found: Reserve, person: PersonKey, group: int, here: Container[PersonKey]) -> None:
    if any(one.group == group and one.person in here for one in waiting_for(found)):
        raise RefusedError(Problem("reserving.one_is_asked", "", {"group": group}))
    if found.order[:1] != (person,):
        raise RefusedError(Problem("reserving.not_their_turn"))


def _next(connection: Connection, round_: RoundKey) -> int:
    query = select(func.coalesce(func.max(table.c.number), 0)).where(table.c.round == round_)
    last: int = connection.execute(query).scalar_one()
    return last + 1


def _moment(until: datetime) -> str:
    """In the clock of the store."""
    here = datetime.fromisoformat(now())
    if not here < until <= here + FURTHEST:
        raise InputError(Problem("reserving.no_until", "", {"days": FURTHEST.days}))
    at = until.astimezone(UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
