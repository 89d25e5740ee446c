"""Somebody is invited into the committee: an account, a role, and a personal address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, insert, select, update

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.account_named import account_named
from cohorts.rounds.accounts.first_account import made_account
from cohorts.rounds.accounts.spend_link import new_link
from cohorts.rounds.accounts.staff_name import one_line, spelled
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.members.come_back import keeps_who_judged, sits_again_from
from cohorts.rounds.members.member import MEMBERS, Member, Position, members_in
from cohorts.rounds.members.seat_moment import seat_moment
from cohorts.rounds.roles import ORGANISERS, Role
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import member, role

LONGEST_EMAIL = 254
ROLES = dict.fromkeys((Position.CHAIR, Position.DEPUTY), (Role.CHAIR, Role.MEMBER))
"""Of everybody else: that of a member. Whether a deputy acts as chair, ``presiding`` says."""
LASTS = timedelta(days=30)
"""How long the first address works; a later one is made anew."""


@dataclass(frozen=True)
class Invited:
    """What is filled in of somebody. ``number``: of their organisation in the trade register."""

    name: str
    position: Position = Position.MEMBER
    organisation: str = ""
    email: str = ""
    number: str = ""


def invite(
    store: Store, actor: Actor, round_: RoundKey, invited: Invited, *, seen: int | None = None
) -> tuple[AccountKey, str]:
    """Gives the account and the secret of the personal address, which is shown this once.

    Raises InputError where the name is taken or cannot be, or there is a chair already; StaleError.
    """
    with act(
        store, actor, round_, "members.invite", may=ORGANISERS, object_=MEMBERS, seen=seen
    ) as doing:
        who = seated(doing, invited)
        doing.say({"account": who.key, "name": who.name, "position": invited.position.value})
        return who.key, new_link(doing.connection, who.key, lasts=LASTS)


def seated(doing: Acting, invited: Invited, instead_of: AccountKey | None = None) -> Actor:
    """An account of their own with a seat, within an act. Raises InputError."""
    called = one_line(invited.name)
    if account_named(doing.connection, called) is not None:
        raise InputError(Problem("members.name_taken", called))
    who = made_account(doing.connection, called)
    take_seat(doing, invited, who, instead_of)
    return who


def take_seat(
    doing: Acting, invited: Invited, who: Actor, instead_of: AccountKey | None = None
) -> None:
    """Their roles and their place, within an act; again the same one where they come back.

    Then they also stay in the place of whom they came for, where nobody else is named.

    Raises InputError where there is a chair, or they cannot come back.
    """
    connection = doing.connection
    again = next(iter(members_in(connection, doing.round, who.key)), None)
    if again is not None:
        instead_of = instead_of or again.instead_of
    since = again and _since(connection, doing.round, again, invited.position, instead_of)
    if invited.position is Position.CHAIR:
        _check_no_chair(connection, doing.round)
    here = (role.c.round == doing.round, role.c.account == who.key)
    held = frozenset(connection.scalars(select(role.c.role).where(*here)))
    for one in ROLES.get(invited.position, (Role.MEMBER,)):
        if one.value not in held:
            row = {"round": doing.round, "account": who.key, "role": one.value}
            connection.execute(insert(role), row)
    seat = {
        "round": doing.round,
        "account": who.key,
        "position": invited.position.value,
        "organisation": spelled(invited.organisation)[:200],
        "email": spelled(invited.email)[:LONGEST_EMAIL],
        "number": "".join(sign for sign in invited.number if sign.isdigit())[:16],
        "instead_of": instead_of,
        "left_at": None,
        "by": doing.actor.key,
    }
    if since is None:
        seat["at"] = seat_moment(connection, doing.round)
        connection.execute(insert(member), seat)
    else:
        here = (member.c.round == doing.round, member.c.account == who.key)
        connection.execute(update(member).where(*here).values(**seat, at=since))


def _since(
    connection: Connection,
    round_: RoundKey,
    seat: Member,
    position: Position,
    instead_of: AccountKey | None,
) -> str:
    """From when who comes back sits. Raises InputError where they cannot."""
    since = sits_again_from(connection, round_, seat)
    if since is None or not keeps_who_judged(connection, round_, seat, position, instead_of):
        raise InputError(Problem("members.sat_before", "", {"name": seat.name}))
    return since


def _check_no_chair(connection: Connection, round_: RoundKey) -> None:
    for one in members_in(connection, round_):
        if one.position is Position.CHAIR and one.left_at is None:
            raise InputError(Problem("members.chair_there", "", {"name": one.name}))
