"""The minutes of the meetings on groups."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.boarding.kept_board import board_in
from cohorts.rounds.conferring.groups_met import SEATS, WHOLE, of_groups, seated_in
from cohorts.rounds.interests.interest import blocked_for, interests_in
from cohorts.rounds.meeting.minutes_of import MAY_READ, Line
from cohorts.rounds.members.member import members_in
from cohorts.rounds.minuted import Minute, minutes_in
from cohorts.rounds.people.kept_people import keys_in, people_in_store
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import Key, PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table


@dataclass(frozen=True)
class GroupsMinutes:
    """``lines``: in the order in which they were written."""

    round_name: str
    lines: tuple[Line, ...]


def groups_minutes(store: Store, actor: Actor, round_: RoundKey) -> GroupsMinutes:
    """Without what is about somebody, or a group with somebody, from whom a tie keeps the reader.

    Raises RefusedError.
    """
    with look(store, actor, round_, may=MAY_READ) as connection:
        written = of_groups(minutes_in(connection, round_))
    unsaid = {one.value.get("proposal", "") for one in written if SEATS not in one.value}
    seats = _seats(store, actor, round_, unsaid - {""})
    with look(store, actor, round_, may=MAY_READ) as connection:
        people = people_in_store(connection, store.url, round_)
        called = {str(one.key): one.called for one in members_in(connection, round_)}
        ties = interests_in(connection, round_)
        lines = []
        for one in written:
            person = PersonKey(Key(one.value.get("person", "")))
            away = {key for who in _about(one, seats) for key in blocked_for(ties, who)}
            if actor.key in away:
                continue
            about = people.shown.get(person)
            members = tuple(called[k] for k in one.value.get("members", ()) if k in called)
            lines.append(Line(one, about.label if about else "", members, bool(away)))
        name = select(round_table.c.name).where(round_table.c.key == round_)
        return GroupsMinutes(connection.scalars(name).one(), tuple(lines))


Seats = Mapping[tuple[str, int], Collection[PersonKey]]
"""Proposal and group → who sits there, as it was begun or as people were moved since: of minutes
that do not say who sat there."""


def _seats(store: Store, actor: Actor, round_: RoundKey, proposals: Collection[str]) -> Seats:
    found: dict[tuple[str, int], set[PersonKey]] = {}
    for key in sorted(proposals):
        proposal = ProposalKey(Key(key))
        begun = proposal_of(store, actor, round_, proposal, may=MAY_READ)
        with look(store, actor, round_, may=MAY_READ) as connection:
            keys = keys_in(connection, round_)
            moved = board_in(connection, round_, proposal, begun, store.url).board.proposal()
        for made in (begun, moved):
            for number, group in made.composition.groups.items():
                found.setdefault((key, number), set()).update(keys.of[a.id] for a in group)
    return found


def _about(one: Minute, seats: Seats) -> set[PersonKey]:
    place = (one.value.get("proposal", ""), one.value.get("group", WHOLE))
    who = set(seated_in(one) if SEATS in one.value else seats.get(place, ()))
    person = one.value.get("person")
    return who | {PersonKey(Key(person))} if person else who
