"""A member of the committee."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import EVERYBODY, READERS, Role
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, role
from cohorts.store.tables import member as table

MEMBERS = "members"
"""The object of acts on who sits in the committee."""
TOLD = READERS | {Role.CHAIR}
"""Who is told of members how to reach them, and when they came in."""


class Position(StrEnum):
    """CHAIR: rules on interests and ties; DEPUTY: where the chair cannot.

    SCREENER: of the bureau, judges only in stages of its own.
    """

    CHAIR = "chair"
    DEPUTY = "deputy"
    MEMBER = "member"
    SCREENER = "screener"


@dataclass(frozen=True)
class Member:
    """``number``: of the trade register, "" where unknown; ``instead_of``: whose place they took.

    ``begun_at``: when they opened their personal address; ``at``: they were invited; ``left_at``:
    somebody took their place.
    """

    key: AccountKey
    name: str
    position: Position
    organisation: str
    email: str
    number: str = ""
    instead_of: AccountKey | None = None
    begun_at: str | None = None
    left_at: str | None = None
    at: str = ""

    def sat(self, at: str | None) -> bool:
        """Whether they sat in it at that moment; None: now."""
        if at is None:
            return self.left_at is None
        return self.at <= at and (self.left_at is None or at < self.left_at)

    @property
    def called(self) -> str:
        """Name and organisation."""
        return f"{self.name} ({self.organisation})" if self.organisation else self.name


def members_of(store: Store, actor: Actor, round_: RoundKey) -> tuple[Member, ...]:
    """Everybody who was ever invited, so that nobody is added quietly: visible to all.

    How they are reached and when they came in, only who organises or reads the round is told, and
    the chair. Raises RefusedError for who has no role in the round.
    """
    with look(store, actor, round_, may=EVERYBODY) as connection:
        found = members_in(connection, round_)
        held = select(role.c.role).where(role.c.round == round_, role.c.account == actor.key)
        if not TOLD.isdisjoint(connection.scalars(held)):
            return found
        return tuple(
            one if one.key == actor.key else replace(one, email="", number="", begun_at=None)
            for one in found
        )


def members_in(
    connection: Connection, round_: RoundKey, only: AccountKey | None = None
) -> tuple[Member, ...]:
    """The same, where the role was checked; in the order in which they were invited.

    ``only``: this account alone, where it is there.
    """
    query = (
        select(table, account.c.name)
        .join(account, account.c.key == table.c.account)
        .where(table.c.round == round_)
        .order_by(table.c.at, account.c.name, table.c.account)
    )
    if only is not None:
        query = query.where(table.c.account == only)
    return tuple(
        Member(
            AccountKey(Key(row.account)),
            row.name,
            Position(row.position),
            row.organisation,
            row.email,
            row.number,
            None if row.instead_of is None else AccountKey(Key(row.instead_of)),
            row.begun_at,
            row.left_at,
            row.at,
        )
        for row in connection.execute(query)
    )


def sitting(
    connection: Connection, round_: RoundKey, only: AccountKey | None = None
) -> tuple[Member, ...]:
    """Who sits in it now; ``only``: of this account."""
    return tuple(one for one in members_in(connection, round_, only) if one.left_at is None)


def own_seat(connection: Connection, round_: RoundKey, actor: Actor) -> Member:
    """Raises RefusedError for who does not sit in it (any more)."""
    for one in sitting(connection, round_, actor.key):
        return one
    raise RefusedError(Problem("rounds.not_yours"))
