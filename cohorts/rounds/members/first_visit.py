"""A member presses *Begin* at their personal address: only then it is spent."""

from __future__ import annotations

from sqlalchemy import select, update

from cohorts.rounds.accounts.attempts import LINK, attempted, was_right
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.accounts.secret import LONGEST_TOKEN
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import Role
from cohorts.store.clock import now
from cohorts.store.keys import Key, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import member

SEATED = frozenset({Role.MEMBER, Role.CHAIR})


def begin(store: Store, token: str) -> tuple[str, RoundKey | None] | None:
    """The secret of a login, and the round they sit in; None where the address no longer works.

    Raises RefusedError ``accounts.too_often``: guessing is counted, apart from that of passwords.
    """
    tried = token[:LONGEST_TOKEN]
    with store.writing() as connection:
        attempted(connection, tried, LINK)
    login = spend_link(store, token)
    actor = who(store, login) if login else None
    if login is None or actor is None:
        return None
    with store.writing() as connection:
        was_right(connection, tried, LINK)
    with store.reading() as connection:
        query = select(member.c.round).where(
            member.c.account == actor.key, member.c.left_at.is_(None)
        )
        found = [RoundKey(Key(one)) for one in connection.scalars(query.order_by(member.c.at))]
    for round_ in found:
        begun(store, actor, round_)
    return login, found[-1] if found else None


def begun(store: Store, actor: Actor, round_: RoundKey) -> None:
    """That they came in, and when first; everybody who manages members sees that."""
    object_ = f"seat.{actor.key}"
    with act(
        store, actor, round_, "members.begin", may=SEATED, object_=object_, put_away=True
    ) as doing:
        here = (member.c.round == round_, member.c.account == actor.key)
        first = (*here, member.c.begun_at.is_(None))
        doing.connection.execute(update(member).where(*first).values(begun_at=now()))
