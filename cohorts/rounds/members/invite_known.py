"""Who has an account already gets a seat with it: somebody of an earlier round, or an organiser.

A name says nothing of who it is, and an organiser is told nothing of rounds they have no part in.
So the account is offered only where they know whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, select, union

from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.account_named import account_named
from cohorts.rounds.accounts.installing import is_administrator
from cohorts.rounds.accounts.spend_link import new_link, withdraw_links
from cohorts.rounds.accounts.staff_name import one_line, spelled
from cohorts.rounds.act import Acting, act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.members.can_more import can_more
from cohorts.rounds.members.come_back import sits_again_from
from cohorts.rounds.members.invite import LASTS, Invited, take_seat
from cohorts.rounds.members.member import MEMBERS, members_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import member, role


@dataclass(frozen=True)
class Known:
    """Whose account it may be. ``organisation``: "" where none is known or may be told."""

    whose: AccountKey
    name: str
    organisation: str


def known_by_name(store: Store, actor: Actor, round_: RoundKey, invited: Invited) -> Known | None:
    """Who has that name, to be asked whether it is the same person; None: nobody.

    Raises RefusedError for who does not organise it; InputError where they do not know whose it is,
    or where that one sits in this committee already, or did and cannot come back.
    """
    with look(store, actor, round_, may=ORGANISERS) as connection:
        return known_in(connection, actor, round_, invited)


def invite_known(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    invited: Invited,
    whose: AccountKey,
    *,
    seen: int | None = None,
) -> str | None:
    """Gives the secret of a personal address; None where that would open more than this seat.

    They come in as they did before then, or the administrator makes an address; one of another
    round that was not used yet no longer works, for it would open this seat too. Raises InputError
    as :func:`known_by_name`, where ``whose`` has another name or there is a chair; StaleError.
    """
    with act(
        store, actor, round_, "members.invite_known", may=ORGANISERS, object_=MEMBERS, seen=seen
    ) as doing:
        who, token = seat_known(doing, invited, whose)
        position = invited.position.value
        doing.say({"account": whose, "name": who.name, "position": position})
        return token


def seat_known(
    doing: Acting, invited: Invited, whose: AccountKey, instead_of: AccountKey | None = None
) -> tuple[Actor, str | None]:
    """Who they are, and what :func:`invite_known` gives, within an act. Raises InputError."""
    connection, round_ = doing.connection, doing.round
    found = known_in(connection, doing.actor, round_, invited)
    if found is None or found.whose != whose:
        raise InputError(Problem("members.other_name"))
    where = spelled(invited.organisation) or found.organisation
    who = Actor(whose, found.name)
    take_seat(doing, replace(invited, organisation=where), who, instead_of)
    if can_more(connection, round_, whose):
        # whoever made or has an address of before would be this member here
        withdraw_links(connection, whose)
        return who, None
    return who, new_link(connection, whose, lasts=LASTS)


def known_in(
    connection: Connection, actor: Actor, round_: RoundKey, invited: Invited
) -> Known | None:
    """As :func:`known_by_name`, where the role was checked."""
    account = account_named(connection, one_line(invited.name))
    if account is None:
        return None
    whose, name = account.actor.key, account.actor.name
    for one in members_in(connection, round_, whose):
        if one.left_at is None:
            raise InputError(Problem("members.sits_already", "", {"name": name}))
        if sits_again_from(connection, round_, one) is None:
            raise InputError(Problem("members.sat_before", "", {"name": name}))
    if _is_known(connection, actor, whose):
        return Known(whose, name, _organisation(connection, actor, whose))
    asked = spelled(invited.organisation)
    if asked and asked.casefold() in _organisations(connection, whose):
        return Known(whose, name, asked)
    raise InputError(Problem("members.name_taken", name))


def _is_known(connection: Connection, actor: Actor, whose: AccountKey) -> bool:
    """Whether they see them anyway: themselves, in a round of both, or by administering all."""
    if whose == actor.key or is_administrator(connection, actor):
        return True
    theirs = union(
        select(role.c.round).where(role.c.account == whose),
        select(member.c.round).where(member.c.account == whose),
    )
    both = select(role.c.round).where(role.c.account == actor.key, role.c.round.in_(theirs))
    return connection.scalar(both.limit(1)) is not None


def _organisation(connection: Connection, actor: Actor, whose: AccountKey) -> str:
    """The last, in a round in which who asks has a part."""
    own = select(role.c.round).where(role.c.account == actor.key)
    query = (
        select(member.c.organisation)
        .where(member.c.account == whose, member.c.organisation != "", member.c.round.in_(own))
        .order_by(member.c.at.desc())
    )
    return connection.scalar(query.limit(1)) or ""


def _organisations(connection: Connection, whose: AccountKey) -> frozenset[str]:
    query = select(member.c.organisation).where(
        member.c.account == whose, member.c.organisation != ""
    )
    return frozenset(one.casefold() for one in connection.scalars(query))
