"""The one way to change what belongs to no round: the administrator does it, and it is logged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, select

from cohorts.errors import Problem, RefusedError
from cohorts.rounds.actor import Actor
from cohorts.store.chain import INSTALLATION, Saying, append
from cohorts.store.store import Store
from cohorts.store.tables import account

OBJECT = "accounts"


@contextmanager
def installing(store: Store, actor: Actor) -> Iterator[Connection]:
    """The transaction of one act of the installation, which says itself what it did: :func:`log`.

    Raises RefusedError where the actor is not the administrator.
    """
    with store.writing() as connection:
        check_administrator(connection, actor)
        yield connection


def log(connection: Connection, actor: Actor, name: str, **facts: object) -> None:
    """An event of the installation, within a transaction that checked already who may do it."""
    sayings = [Saying(facts)] if facts else []
    append(connection, INSTALLATION, actor=actor.key, act=name, object_=OBJECT, sayings=sayings)


def check_administrator(connection: Connection, actor: Actor) -> None:
    """Raises RefusedError."""
    if not is_administrator(connection, actor):
        raise RefusedError(Problem("accounts.not_administrator"))


def is_administrator(connection: Connection, actor: Actor) -> bool:
    """Whether they are, and have a way in."""
    here = (account.c.key == actor.key, account.c.administrator, account.c.revoked_at.is_(None))
    return connection.scalar(select(account.c.key).where(*here)) is not None
