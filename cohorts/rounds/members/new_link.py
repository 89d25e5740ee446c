"""A new personal address for a member who lost theirs: the chair or the administrator makes it.

Never the organiser alone: whoever holds the address of a member votes as that member.
"""

from __future__ import annotations

from sqlalchemy import Connection

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.accounts.installing import is_administrator
from cohorts.rounds.accounts.revoke import ended
from cohorts.rounds.accounts.spend_link import new_link as link_of
from cohorts.rounds.act import act, look
from cohorts.rounds.actor import Actor
from cohorts.rounds.members.can_more import can_more
from cohorts.rounds.members.invite import LASTS
from cohorts.rounds.members.member import MEMBERS
from cohorts.rounds.members.presiding import presiding
from cohorts.rounds.members.substitute import seat_of
from cohorts.rounds.roles import EVERYBODY
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store


def new_link(
    store: Store, actor: Actor, round_: RoundKey, whose: AccountKey, *, seen: int | None = None
) -> str:
    """The secret of a new personal address, shown this once; nothing of the old way in works.

    Raises RefusedError for who is neither chair nor an administrator with a role in the round, and
    for a chair where the member can do more than sit in this committee; InputError where ``whose``
    does not sit in it; StaleError.
    """
    with act(
        store, actor, round_, "members.new_link", may=EVERYBODY, object_=MEMBERS, seen=seen
    ) as doing:
        connection = doing.connection
        if not _may_make(connection, actor, round_):
            raise RefusedError(Problem("members.no_new_link"))
        one = seat_of(connection, round_, whose)
        if not is_administrator(connection, actor) and can_more(connection, round_, whose):
            raise RefusedError(Problem("members.can_more", "", {"name": one.name}))
        ended(connection, whose)
        doing.say({"account": whose, "name": one.name})
        return link_of(connection, whose, lasts=LASTS)


def may_make_links(store: Store, actor: Actor, round_: RoundKey) -> bool:
    """Whether who looks may make new addresses here. Raises RefusedError without any role."""
    with look(store, actor, round_, may=EVERYBODY) as connection:
        return _may_make(connection, actor, round_)


def _may_make(connection: Connection, actor: Actor, round_: RoundKey) -> bool:
    chairs = {one.key for one in presiding(connection, round_)}
    return actor.key in chairs or is_administrator(connection, actor)
