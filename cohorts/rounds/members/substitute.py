"""Half-way somebody takes a member's place: they judge everything themselves."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, delete, select, update

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.revoke import ended
from cohorts.rounds.accounts.spend_link import new_link
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.members.first_visit import SEATED
from cohorts.rounds.members.invite import LASTS, Invited, seated
from cohorts.rounds.members.invite_known import seat_known
from cohorts.rounds.members.member import MEMBERS, Member, sitting
from cohorts.rounds.members.seat_moment import seat_moment
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import member, role


def substitute(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    whose: AccountKey,
    invited: Invited,
    *,
    known: AccountKey | None = None,
    seen: int | None = None,
) -> tuple[AccountKey, str | None]:
    """The account of who comes and the secret of their personal address, shown this once.

    ``known``: who comes has this account already; then as
    :func:`cohorts.rounds.members.invite_known.invite_known`, None where an address would open more.

    They sit in the position of who leaves, whose votes in every stage that is not closed count no
    more; a count that was made stays. Who leaves loses their way into the round, and altogether
    where they have a role nowhere else. Raises InputError where ``whose`` does not sit in the
    committee or the name cannot be; StaleError.
    """
    with act(
        store, actor, round_, "members.substitute", may=ORGANISERS, object_=MEMBERS, seen=seen
    ) as doing:
        leaving = seat_of(doing.connection, round_, whose)
        if known == whose:
            raise InputError(Problem("members.sits_already", "", {"name": leaving.name}))
        _leaves(doing.connection, round_, whose)
        here = replace(invited, position=leaving.position)
        if known is None:
            who = seated(doing, here, instead_of=whose)
            token: str | None = new_link(doing.connection, who.key, lasts=LASTS)
        else:
            who, token = seat_known(doing, here, known, instead_of=whose)
        doing.say({"account": who.key, "name": who.name, "left": leaving.name})
        return who.key, token


def seat_of(connection: Connection, round_: RoundKey, whose: AccountKey) -> Member:
    """Who sits in it. Raises InputError."""
    for one in sitting(connection, round_, whose):
        return one
    raise InputError(Problem("members.no_seat"))


def _leaves(connection: Connection, round_: RoundKey, whose: AccountKey) -> None:
    """The row stays: what they said is kept, and counts where it was counted."""
    seat = (member.c.round == round_, member.c.account == whose)
    at = seat_moment(connection, round_)
    connection.execute(update(member).where(*seat).values(left_at=at))
    held = (role.c.round == round_, role.c.account == whose, role.c.role.in_(SEATED))
    connection.execute(delete(role).where(*held))
    elsewhere = select(role.c.role).where(role.c.account == whose).limit(1)
    if connection.scalar(elsewhere) is None:
        ended(connection, whose)
