"""Who acts as chair: the chair; a deputy where the chair cannot."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.members.member import Member, Position, sitting
from cohorts.rounds.roles import EVERYBODY, Role
from cohorts.store.keys import AccountKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, role

PRESIDES = frozenset({Role.CHAIR})
"""The role of the chair and of each deputy; which of them acts, :func:`presiding` says."""


def presiding(
    connection: Connection, round_: RoundKey, blocked: Collection[AccountKey] = ()
) -> tuple[Member, ...]:
    """``blocked``: who may not, for the applicant at hand.

    The chair; every deputy where the chair is blocked, has left, has no way in or was never there.
    Nobody where none of them can: then another deputy is to be invited.
    """
    may = _with_a_way_in(connection, round_)
    here = sitting(connection, round_)
    free = [one for one in here if one.key in may and one.key not in blocked]
    for position in (Position.CHAIR, Position.DEPUTY):
        found = tuple(one for one in free if one.position is position)
        if found:
            return found
    return ()


def check_presides(
    connection: Connection, round_: RoundKey, actor: Actor, blocked: Collection[AccountKey] = ()
) -> None:
    """Raises RefusedError for everybody else, in the words for who has no role here."""
    if actor.key not in {one.key for one in presiding(connection, round_, blocked)}:
        raise RefusedError(Problem("rounds.not_yours"))


def presides_at_all(store: Store, actor: Actor, round_: RoundKey) -> bool:
    """Whether who sits in it does so as chair or deputy: then the chair's page is theirs to open.

    Raises RefusedError for who has no role in the round.
    """
    with look(store, actor, round_, may=EVERYBODY) as connection:
        return any(
            one.position in (Position.CHAIR, Position.DEPUTY)
            for one in sitting(connection, round_, actor.key)
        )


def _with_a_way_in(connection: Connection, round_: RoundKey) -> frozenset[str]:
    """Who may act as chair by their role, whatever seat they have."""
    query = (
        select(role.c.account)
        .join(account, account.c.key == role.c.account)
        .where(role.c.round == round_, role.c.role == Role.CHAIR.value)
        .where(account.c.revoked_at.is_(None))
    )
    return frozenset(connection.scalars(query))
