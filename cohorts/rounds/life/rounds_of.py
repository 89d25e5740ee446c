"""The rounds that somebody may see, the one that something happened in last first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, func, or_, select

from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import READERS, Role
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import (
    account,
    decision,
    event,
    proposal,
    role,
    step,
    version,
)
from cohorts.store.tables import round_ as round_table


@dataclass(frozen=True)
class RoundHead:
    """``preset``: the name of the programme it began with; ``roles``: of who looks.

    ``done``: the objects that something stands in: ``people`` (confirmed), ``asked``,
    ``proposals``, ``board``, ``decision`` (one that was not reopened). ``last_at``: of its last
    event that is no vote; for who may not read everything of a round, of the last of their own.
    """

    key: RoundKey
    name: str
    preset: str
    made_at: str
    archived: bool
    roles: frozenset[Role]
    done: frozenset[str]
    last_at: str


BALLOTS = "ballot."
"""How objects begin of which nobody else may know when they changed."""
DONE: dict[str, Select[tuple[str]]] = {
    "people": select(version.c.round),
    "asked": select(event.c.chain).where(event.c.object == "asked"),
    "proposals": select(proposal.c.round),
    "board": select(step.c.round).where(~step.c.undone),
    "decision": select(decision.c.round).where(decision.c.reopened_at.is_(None)),
}
"""Object → the rounds in which something of it stands."""


def rounds_of(store: Store, actor: Actor) -> tuple[RoundHead, ...]:
    """Those in which somebody has a role; none for who has no way in any longer."""
    with store.reading() as connection:
        roles = _roles(connection, actor)
        keys = tuple(roles)
        theirs = {name: _within(rounds, keys) for name, rounds in DONE.items()}
        done = {name: set(connection.scalars(rounds)) for name, rounds in theirs.items()}
        read = [key for key in keys if not READERS.isdisjoint(roles[key])]
        no_vote = event.c.object.not_like(f"{BALLOTS}%")
        seen = or_(and_(event.c.chain.in_(read), no_vote), event.c.actor == actor.key)
        last = select(event.c.chain, func.max(event.c.at).label("at")).group_by(event.c.chain)
        query = last.where(event.c.chain.in_(keys), seen)
        at = {row.chain: row.at for row in connection.execute(query)}
        rows = connection.execute(select(round_table).where(round_table.c.key.in_(keys))).all()
    heads = [
        RoundHead(
            key=RoundKey(row.key),
            name=row.name,
            preset=row.preset,
            made_at=row.made_at,
            archived=row.archived_at is not None,
            roles=roles[row.key],
            done=frozenset(name for name, rounds in done.items() if row.key in rounds),
            last_at=at.get(row.key, row.made_at),
        )
        for row in rows
    ]
    return tuple(sorted(heads, key=lambda head: (head.last_at, head.key), reverse=True))


def _within(rounds: Select[tuple[str]], keys: Sequence[str]) -> Select[tuple[str]]:
    return rounds.where(rounds.selected_columns[0].in_(keys)).distinct()


def _roles(connection: Connection, actor: Actor) -> dict[str, frozenset[Role]]:
    """Round → what somebody is in it."""
    query = (
        select(role.c.round, role.c.role)
        .join(account, account.c.key == role.c.account)
        .where(role.c.account == actor.key, account.c.revoked_at.is_(None))
    )
    found: dict[str, frozenset[Role]] = {}
    for row in connection.execute(query):
        found[row.round] = found.get(row.round, frozenset()) | {Role(row.role)}
    return found
